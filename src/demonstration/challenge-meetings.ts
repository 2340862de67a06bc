import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays } from '../calendar/dates.js';
import { WEEKDAYS, WEEKS } from '../calendar/months.js';
import { agendaRows, meetingToPrepare } from '../challenge/agenda/agenda-rows.js';
import { proposeAgenda } from '../challenge/agenda/propose.js';
import type { MeetingKeeper } from '../challenge/meeting/meeting-keeper.js';
import type { Recurrence } from '../challenge/recurrence.js';
import type { SeriesKeeper } from '../challenge/series/series-keeper.js';
import { SERIES_PREFIX } from '../challenge/series/series.js';
import type { Directory } from '../directory/directory.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import type { ReadModels } from '../platform/projections/projection.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { actorOf } from './actor-of.js';

export interface MeetingMaking {
  readonly series: SeriesKeeper;
  readonly keeper: MeetingKeeper;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
  readonly readModels: ReadModels & { catchUp(): Promise<unknown> };
  readonly protocols: ProtocolBook;
  readonly today: LocalDate;
  readonly occurredAt: Instant;
}

/** A challenge meeting that comes round each month, the next one in the week after this, with the agenda that made itself. */
export const makeChallengeMeetings = async (making: MeetingMaking): Promise<void> => {
  const { series, keeper, directory, readModels, calendar, protocols, today, occurredAt } = making;
  const commandId = derivedId('demonstration', 'challenge-series');
  const envelope = { commandId, actor: actorOf('iro-manager', directory, today), occurredAt };
  const id = referenceFor(SERIES_PREFIX, commandId);
  const terms = {
    kind: 'challenge' as const,
    name: 'Challenge meeting',
    recurrence: everyMonthLike(wednesdayOfNextWeek(today)),
    startsAt: '14:00',
    place: 'Northshire House, room 2',
    posts: ['assistant-director' as const, 'agency-decision-maker' as const, 'iro-manager' as const],
    stages: [],
  };
  await series.act(id, { type: 'start', series: id, terms, from: today }, envelope);
  await readModels.catchUp();
  const meeting = (await series.nextMeeting(id, null, envelope))!;
  const rows = agendaRows({ readModels, protocols, calendar, now: occurredAt });
  const items = proposeAgenda(meetingToPrepare(meeting, readModels), rows, today).map(({ about, because }) => ({
    about,
    because: [...because],
    note: null,
    carriedFrom: null,
  }));
  const prepare = { ...envelope, commandId: derivedId('demonstration', 'challenge-agenda') };
  await keeper.act(meeting.meeting, { type: 'add-items', items }, prepare);
  await readModels.catchUp();
};

const wednesdayOfNextWeek = (today: LocalDate): LocalDate => {
  const monday = addDays(today, 7 - ((new Date(today).getUTCDay() + 6) % 7));
  return addDays(monday, WEEKDAYS.indexOf('wednesday'));
};

/** The second Wednesday of each month, where this is the second of its own; a fifth is the last. */
const everyMonthLike = (wednesday: LocalDate): Recurrence => ({
  week: WEEKS[Math.floor((Number(wednesday.slice(8)) - 1) / 7)]!,
  weekday: 'wednesday',
  everyMonths: 1,
});
