import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ProtocolShownDto } from '../shown/protocol-shown.dto.js';

@ApiSchema({ name: 'RemarkOnProtocol' })
export class RemarkOnProtocolDto {
  /** Line of the file; 0 where it is about the day from which it is to be. */
  line: number;
  message: string;
}

@ApiSchema({ name: 'RuleChanged' })
export class RuleChangedDto {
  key: string;
  /** In words, as the rules in force say it; null where they do not. */
  @ApiProperty({ type: String, nullable: true })
  before: string | null;
  /** In words, as the file says it; null where it does not. */
  @ApiProperty({ type: String, nullable: true })
  after: string | null;
}

/** The result of putting a file of rules in force, before it is done. Nothing is recorded. */
@ApiSchema({ name: 'ProtocolTried' })
export class ProtocolTriedDto {
  @ApiProperty({ type: ProtocolShownDto })
  shown: ProtocolShownDto;
  /** The departures from the guidance, and the people it names who may not act; it may be put in force all the same. */
  @ApiProperty({ type: [RemarkOnProtocolDto] })
  remarks: readonly RemarkOnProtocolDto[];
  /** The version in force on the day from which it is to be; null where none is. */
  @ApiProperty({ type: 'integer', nullable: true })
  against: number | null;
  /** Rules that the two say differently. */
  @ApiProperty({ type: [RuleChangedDto] })
  changed: readonly RuleChangedDto[];
  /** The rights that it gives to posts from which cases are read and that they do not have. */
  @ApiProperty({ type: [String] })
  gives: readonly string[];
  /** Whether it waits for a second person. */
  waits: boolean;
}
