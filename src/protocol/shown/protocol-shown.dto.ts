import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Pattern } from '../../platform/http/fields.js';

@ApiSchema({ name: 'DueFrom' })
export class DueFromDto {
  /** The day on which the clock starts. */
  day: string;
  /** Null where the stage has no date. */
  @ApiProperty({ type: String, nullable: true })
  dueOn: string | null;
  rule: string;
}

@ApiSchema({ name: 'StageShown' })
export class StageShownDto {
  /** `informal`, `stage 2`. */
  place: string;
  name: string;
  /** Code of the level that gives it this time; null where every dispute has the same time there. */
  @ApiProperty({ type: String, nullable: true })
  level: string | null;
  answeredBy: string;
  clock: string;
  @ApiProperty({ type: [DueFromDto] })
  due: readonly DueFromDto[];
}

@ApiSchema({ name: 'LadderShown' })
export class LadderShownDto {
  code: string;
  /** Null of the main ladder. */
  @ApiProperty({ type: String, nullable: true })
  name: string | null;
  @ApiProperty({ type: [StageShownDto] })
  stages: readonly StageShownDto[];
  /** Time of the formal stages together. */
  together: string;
}

@ApiSchema({ name: 'RuleInWords' })
export class RuleInWordsDto {
  /** `total-cap.rule`; of a stage `stages[0].clock`. */
  key: string;
  says: string;
}

/** A protocol in words, with the dates of its stages worked out for some days. */
@ApiSchema({ name: 'ProtocolShown' })
export class ProtocolShownDto {
  id: string;
  title: string;
  @ApiProperty({ type: String, nullable: true })
  source: string | null;
  /** Days on which a clock starts in the examples: today, and the last working days before the next holidays. */
  @ApiProperty({ type: [String] })
  days: readonly string[];
  @ApiProperty({ type: [LadderShownDto] })
  ladders: readonly LadderShownDto[];
  @ApiProperty({ type: [RuleInWordsDto] })
  rules: readonly RuleInWordsDto[];
  /** The people who may begin, answer, judge, send up and end at each stage, with the access table asked. */
  @ApiProperty({ type: [String] })
  walk: readonly string[];
}

export class ShowProtocolQuery {
  @Pattern(/^[1-9]\d{0,5}$/, 'must be the number of a version', {
    optional: true,
    description: 'The version in force today unless told.',
  })
  version?: string;
}
