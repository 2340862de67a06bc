import { ApiSchema } from '@nestjs/swagger';
import { Dated, DatedMany } from '../../access/dated/field.js';
import { Many, Name, Narrative, Pattern } from '../../platform/http/fields.js';

const DAYS = /^\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2}){0,99}$/;
const WORDS = 'must be days as YYYY-MM-DD, with commas between them';
/** A list that is replaced may have no day any more. */
const DAYS_OR_NONE = /^(\d{4}-\d{2}-\d{2}(,\d{4}-\d{2}-\d{2}){0,99})?$/;

/** Days that would be entered; each that is given counts as in the command of that name. */
export class WhatMovesQuery {
  @Pattern(DAYS_OR_NONE, WORDS, {
    optional: true,
    description: 'All closing days there would be, with commas between them; empty where there would be none.',
  })
  closingDays?: string;

  @Pattern(DAYS, WORDS, { optional: true, description: 'Bank holidays that would be added.' })
  addBankHolidays?: string;

  @Pattern(DAYS, WORDS, { optional: true, description: 'Bank holidays that would be removed.' })
  removeBankHolidays?: string;
}

@ApiSchema({ name: 'BankHoliday' })
export class BankHolidayDto {
  @Dated('not-worked')
  date: string;

  @Name({ description: 'As GOV.UK has it: New Year’s Day.' })
  name: string;
}

/** All days on which the council is closed besides the bank holidays: the list replaces the one before. */
@ApiSchema({ name: 'SetClosingDays' })
export class SetClosingDaysDto {
  @DatedMany('not-worked')
  dates: string[];

  @Narrative({ description: 'Why the council is closed.' })
  reason: string;
}

/** Bank holidays of England and Wales. One that was moved is removed where it was and added where it is. */
@ApiSchema({ name: 'EnterBankHolidays' })
export class EnterBankHolidaysDto {
  @Many(() => BankHolidayDto, { most: 100 })
  add: BankHolidayDto[];

  @DatedMany('not-worked', { optional: true })
  remove?: string[] | null;

  @Narrative({ description: 'Where they come from.' })
  reason: string;
}

/** The days that count as working days. */
@ApiSchema({ name: 'Calendar' })
export class CalendarDto {
  /** The first day of the years whose bank holidays are known. */
  knownFrom: string;
  /** The last day of them. Dates after it are counted without bank holidays and are not yet certain. */
  knownTo: string;
  /** The warning to act before the bank holidays run out; null while there is time. */
  warning: string | null;
  closingDays: string[];
  /** Every bank holiday that is known, in order. */
  bankHolidays: BankHolidayDto[];
  /** Those of them that the council entered itself. */
  entered: BankHolidayDto[];
  /** Days that the program takes for bank holidays and the council has removed. */
  removed: string[];
}

@ApiSchema({ name: 'DateThatMoves' })
export class DateThatMovesDto {
  reference: string;
  /** answer, receipt, total-cap (the limit of all stages together), or recommendations: the day from which silence means agreed. */
  deadline: string;
  from: string;
  to: string;
}

/** The dates that these days would move, of the disputes and recommendations that you may see. Nothing is recorded. */
@ApiSchema({ name: 'WhatMoves' })
export class WhatMovesDto {
  moves: DateThatMovesDto[];
  /** References of disputes and recommendations about whose dates nothing could be said. */
  notWorkedOut: string[];
}
