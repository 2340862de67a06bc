import { ApiSchema } from '@nestjs/swagger';
import { SharedDto, SharedOfDto } from '../yearly.dto.js';

@ApiSchema({ name: 'PlaceFigure' })
export class PlaceFigureDto extends SharedDto {
  /** settled, challenge, cafcass, became-formal, stalemate, ended-otherwise, closed-not-recorded, withdrawn, open or not-collected. */
  place: string;
  /** Of those settled, the highest stage reached: 0 is informal. */
  stage: number | null;
}

@ApiSchema({ name: 'HowFarOfKind' })
export class HowFarOfKindDto {
  kind: string;
  /** Code of the ladder whose disputes these are; null where there is one for all of them. */
  ladder: string | null;
  raised: number;
  /** Each dispute in one place: the counts add up to all that were raised. */
  places: PlaceFigureDto[];
  /** Referred at any time, of those recorded or taken on in the service; null: not collected. */
  referredToCafcass: SharedOfDto | null;
}

/** How far the disputes raised in a year went, informal and formal apart. */
@ApiSchema({ name: 'HowFar' })
export class HowFarDto {
  year: string;
  kinds: HowFarOfKindDto[];
  notes: string[];
}
