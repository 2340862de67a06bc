import { ApiSchema } from '@nestjs/swagger';
import { LinkDto } from '../raise/raise.dto.js';

/** The other dispute to which it belongs. */
@ApiSchema({ name: 'LinkDispute' })
export class LinkDisputeDto extends LinkDto {}
