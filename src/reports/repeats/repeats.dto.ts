import { ApiSchema } from '@nestjs/swagger';
import { ChildShownDto } from '../../disputes/read/dispute.dto.js';
import { SharedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'RepeatedMatter' })
export class RepeatedMatterDto {
  /** Left out for readers who may not know the children. */
  child?: ChildShownDto;
  themeGroup: string;
  lastRaisedOn: string;
  references: string[];
}

@ApiSchema({ name: 'RepeatsCounted' })
export class RepeatsCountedDto {
  /** All disputes (records): informal and formal together. */
  raised: number;
  /** Null: not collected. */
  repeated: SharedDto | null;
  /** Those of which you may see a dispute; the latest first. */
  matters: RepeatedMatterDto[];
}

/** Disputes raised in a year about the same child and theme group as one of the six months before. */
@ApiSchema({ name: 'Repeats' })
export class RepeatsDto {
  year: string;
  /** Null where nobody kept a register. */
  counted: RepeatsCountedDto | null;
  notes: string[];
}
