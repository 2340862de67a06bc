import { ApiSchema } from '@nestjs/swagger';
import { ActorShownDto } from '../read/dispute.dto.js';
import { ViewDto } from '../views/views.dto.js';

/** Once that somebody read a restricted record without being on its list. */
@ApiSchema({ name: 'EmergencyAccess' })
export class EmergencyAccessDto {
  reference: string;
  by: ActorShownDto;
  reason: string;
  takenAt: string;
  /** It ended, or ends, by itself at this moment. */
  until: string;
  /** The records of it that they opened until then. */
  opened: ViewDto[];
}

/** The latest first. */
@ApiSchema({ name: 'EmergencyAccessList' })
export class EmergencyAccessListDto {
  items: EmergencyAccessDto[];
}
