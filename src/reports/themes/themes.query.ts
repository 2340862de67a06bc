import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { mustBeFor } from './by-person.js';
import { themeFigures, type ThemeFigures, type ThemesQuestion } from './theme-figures.js';

/**
 * Counts of a year by kind, team, quarter, theme and more.
 * @throws Problem `not-yours` where figures of one IRO are asked for by somebody who may not read them
 */
export class CountThemes extends Query<ThemeFigures> {
  constructor(
    readonly asker: AskedBy,
    readonly question: ThemesQuestion,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(CountThemes)
export class CountThemesHandler implements IQueryHandler<CountThemes> {
  constructor(private readonly readings: Readings) {}

  async execute({ asker, question, asAt }: CountThemes): Promise<ThemeFigures> {
    mustBeFor(asker, question.by.includes('iro'), question.filters?.iro);
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...figures } = themeFigures(question, reading.readModels, londonDate(reading.now));
      return { ...figures, notes: [...notes, ...restrictedCounted(asker, question.year, reading)] };
    });
  }
}
