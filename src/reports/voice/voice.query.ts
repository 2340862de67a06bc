import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { AskedBy } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import { Readings } from '../../reading/readings.js';
import { countedFor, restrictedCounted } from '../counted-for.js';
import { narrowedTo, referencesBehind } from '../visible-references.js';
import { type Voice, voice } from './voice.js';

/** Whether children were heard in the disputes of a year, with the disputes behind each figure that the asker may go on to. */
export class ReadVoice extends Query<Voice> {
  constructor(
    readonly asker: AskedBy,
    readonly year: FinancialYear,
    readonly asAt?: LocalDate,
  ) {
    super();
  }
}

@QueryHandler(ReadVoice)
export class ReadVoiceHandler implements IQueryHandler<ReadVoice> {
  constructor(private readonly readings: Readings) {}

  execute({ asker, year, asAt }: ReadVoice): Promise<Voice> {
    return this.readings.at(asAt, (then, now) => {
      const reading = countedFor(asker, then, now);
      const { notes, ...report } = voice(year, reading);
      const said = { ...report, notes: [...notes, ...restrictedCounted(asker, year, reading)] };
      return narrowedTo(said, referencesBehind(asker, now));
    });
  }
}
