import { ApiSchema } from '@nestjs/swagger';
import { ActorShownDto } from '../read/dispute.dto.js';

/** Once that a restricted record was opened. */
@ApiSchema({ name: 'View' })
export class ViewDto {
  viewedAt: string;
  by: ActorShownDto;
  /** `record` or `history`. */
  what: string;
}

/** Who opened it while it was restricted, the first first. */
@ApiSchema({ name: 'Views' })
export class ViewsDto {
  reference: string;
  items: ViewDto[];
}
