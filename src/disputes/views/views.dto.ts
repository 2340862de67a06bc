import { ApiSchema } from '@nestjs/swagger';
import { ActorShownDto } from '../read/dispute.dto.js';

/** Once that something about it was opened. */
@ApiSchema({ name: 'View' })
export class ViewDto {
  viewedAt: string;
  by: ActorShownDto;
  /** `page`, `history`, `child`, `list`, `agenda`, `pack`, `copy` or `export`. */
  what: string;
  /** The route, or the command on the command line. */
  where: string;
}

/** The people who opened it, the first first; lists, agendas and papers in which its initials or words stood among them. */
@ApiSchema({ name: 'Views' })
export class ViewsDto {
  reference: string;
  items: ViewDto[];
}
