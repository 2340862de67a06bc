import { ApiSchema } from '@nestjs/swagger';
import { ChildViewDto } from '../raise/raise.dto.js';

/** The child's view, and what the child was told and offered. */
@ApiSchema({ name: 'RecordChildView' })
export class RecordChildViewDto extends ChildViewDto {}
