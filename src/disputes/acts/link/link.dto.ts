import { ApiSchema } from '@nestjs/swagger';
import { LinkDto } from '../raise/raise.dto.js';

/** What it belongs with. */
@ApiSchema({ name: 'LinkDispute' })
export class LinkDisputeDto extends LinkDto {}
