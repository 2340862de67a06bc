import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CountedDto, SharedDto, SharedOfDto } from '../yearly.dto.js';

@ApiSchema({ name: 'HeardFigures' })
export class HeardFiguresDto {
  /** All disputes (records) that were recorded or taken on in the service. */
  recorded: CountedDto;
  /** Shares are of those recorded. */
  told: SharedDto;
  viewRecorded: SharedDto;
  advocateOffered: SharedDto;
  /** None of the three is written down. */
  nothing: SharedDto;
  /** Something changed for the child, of those that closed with the child's view on record. */
  changedWithView: SharedOfDto;
  /** Of those that closed without it. */
  changedWithout: SharedOfDto;
}

@ApiSchema({ name: 'HeardInQuarter' })
export class HeardInQuarterDto {
  quarter: string;
  /** Null: the word says why. */
  @ApiProperty({ type: HeardFiguresDto, nullable: true })
  figures: HeardFiguresDto | null;
  word: string | null;
}

/** Whether children were heard in the disputes raised in a year. */
@ApiSchema({ name: 'Voice' })
export class VoiceDto {
  year: string;
  /** Null: not collected. */
  @ApiProperty({ type: HeardFiguresDto, nullable: true })
  counted: HeardFiguresDto | null;
  quarters: HeardInQuarterDto[];
  notes: string[];
}
