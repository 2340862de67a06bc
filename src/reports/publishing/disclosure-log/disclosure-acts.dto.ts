import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named } from '../../../access/named/field.js';
import { Choice, Code, Many, Name, Narrative, Pattern, WholeNumber } from '../../../platform/http/fields.js';
import { RECORDS } from '../figures/figures-of.js';
import { DISCLOSURE_KINDS, type DisclosureKind } from './events.js';

const A_QUARTER = /^\d{4}\/\d{2} Q[1-4]$/;
const MOST_FIGURES = 400;

@ApiSchema({ name: 'FigureDisclosed' })
export class FigureDisclosedDto {
  @Named('team', { optional: true, description: 'Of all teams unless told.' })
  team?: string | null;

  @Code({ optional: true, description: 'Code of a theme; of all themes unless told.' })
  theme?: string | null;

  @Pattern(A_QUARTER, 'must be a quarter of a financial year, written as 2022/23 Q1', {
    optional: true,
    description: 'Of all the days unless told.',
  })
  quarter?: string | null;

  @WholeNumber(0, 100_000, { description: 'As it was told.' })
  number: number;
}

@ApiSchema({ name: 'EnterEditionDisclosed' })
export class EnterEditionDisclosedDto {
  @Choice(DISCLOSURE_KINDS)
  kind: DisclosureKind;

  @Dated('has-happened', { description: 'The day on which it left the council.' })
  on: string;

  @Name({ description: 'Who has it, in general words: no name.' })
  recipient: string;

  @Name({ optional: true, description: 'The council’s own number of the request.' })
  requestNumber?: string | null;
}

@ApiSchema({ name: 'EnterDisclosure' })
export class EnterDisclosureDto extends EnterEditionDisclosedDto {
  @Dated('of-the-council', { description: 'First day of the records that were counted.' })
  from: string;

  @Dated('of-the-council', { description: 'Last day.' })
  to: string;

  @Choice(RECORDS)
  records: (typeof RECORDS)[number];

  @Many(() => FigureDisclosedDto, { most: MOST_FIGURES, description: 'Every number that was given out.' })
  figures: FigureDisclosedDto[];
}

@ApiSchema({ name: 'WithdrawDisclosure' })
export class WithdrawDisclosureDto {
  @Narrative({ description: 'Why the entry was wrong; nobody is named.' })
  reason: string;
}
