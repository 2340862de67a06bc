import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Pattern, Text } from '../../../platform/http/fields.js';
import { IroInServiceDto, IroShownDto, QuarterKeptDto } from '../iro-service.dto.js';

const QUARTER = /^\d{4}[-/]\d{2} Q[1-4]$/;
const QUARTER_IN_WORDS = 'must be a quarter of a financial year, for example 2022/23 Q1';
const LONGEST_REASON = 500;

/** Of which IRO, and for which quarter. */
export class SheetQuery {
  @Named('any-person', { description: 'Person id of the IRO.' })
  iro: string;

  @Pattern(QUARTER, QUARTER_IN_WORDS, { optional: true, description: 'The quarter that runs unless told.' })
  quarter?: string;
}

/** A sample of the work of an IRO in a quarter. */
@ApiSchema({ name: 'DrawSample' })
export class DrawSampleDto {
  @Named('person-of-any-time', { description: 'Person id of the IRO.' })
  iro: string;

  @Pattern(QUARTER, QUARTER_IN_WORDS)
  quarter: string;

  @Text(LONGEST_REASON, {
    optional: true,
    description: 'Why another one is drawn. Without it the sample of the quarter stays as it is.',
  })
  reason?: string;
}

@ApiSchema({ name: 'SampleShown' })
export class SampleShownDto {
  number: number;
  drawnAt: string;
  drawnBy: IroShownDto;
  /** The disputes drawn, as far as you may know of them. */
  references: string[];
  /** From how many they were drawn. */
  outOf: number;
  /** The reason why it was drawn again; null of the first. */
  reason: string | null;
}

/** One IRO, for supervision: what the IRO service page says of them, and what was drawn to be read in a quarter. */
@ApiSchema({ name: 'SupervisionSheet' })
export class SupervisionSheetDto {
  asAt: string;
  iro: IroInServiceDto;
  /** The quarters of the figures, the earliest first. */
  periods: QuarterKeptDto[];
  /** For which the samples were drawn. */
  quarter: string;
  /** The latest first. */
  samples: SampleShownDto[];
}
