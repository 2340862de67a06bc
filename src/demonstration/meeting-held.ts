import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, instantInLondon } from '../calendar/dates.js';
import type { MeetingAct } from '../challenge/meeting/acts/all-acts.js';
import type { MeetingKeeper } from '../challenge/meeting/meeting-keeper.js';
import { MEETING_PREFIX } from '../challenge/meeting/meeting.js';
import type { Directory } from '../directory/directory.js';
import type { Envelope } from '../platform/executor.js';
import { derivedId, referenceFor } from '../platform/ids.js';
import { actorOf } from './actor-of.js';
import type { ForNamedPeople } from './named-people.js';

interface MeetingHeldMaking {
  readonly keeper: Pick<MeetingKeeper, 'act'>;
  readonly directory: Directory;
  readonly calendar: WorkingCalendar;
  readonly today: LocalDate;
  readonly act: ForNamedPeople['ofMeeting'];
}

/** A challenge meeting three weeks ago, which gave two of those who sat in it something to do about a theme. */
export const makeMeetingHeld = async ({
  keeper,
  directory,
  calendar,
  today,
  act,
}: MeetingHeldMaking): Promise<void> => {
  const heldOn = calendar.addWorkingDays(addDays(today, -22), 1).day;
  const meeting = referenceFor(MEETING_PREFIX, derivedId('demonstration', 'meeting-held'));
  const nameOf = (person: string): string => directory.person(person)!.name;
  const does = async (step: string, at: Instant, done: MeetingAct): Promise<void> => {
    const commandId = derivedId('demonstration', 'meeting-held', step);
    const envelope: Envelope = { commandId, actor: actorOf('iro-manager', directory, today), occurredAt: at };
    await keeper.act(meeting, done, envelope);
  };
  await does('arrange', instantInLondon(addDays(heldOn, -7), 9, 0), {
    ...{ type: 'arrange', meeting, kind: 'challenge', name: 'Challenge meeting', heldOn },
    ...{ startsAt: '14:00', place: 'Northshire House, room 2', stages: null, series: null },
    posts: ['assistant-director', 'agency-decision-maker', 'head-of-qa', 'iro-manager'],
  });
  await does('agenda', instantInLondon(addDays(heldOn, -1), 9, 0), {
    type: 'add-items',
    items: [
      {
        about: { kind: 'theme', theme: 'LIFE', title: 'Life story work waits in every team' },
        ...{ because: [], note: null, carriedFrom: null },
      },
    ],
  });
  const sat = ['assistant-director', 'agency-decision-maker', 'head-of-qa', 'iro-manager'] as const;
  await does('begin', instantInLondon(heldOn, 14, 0), {
    type: 'begin',
    attendance: {
      present: sat.map((post) => ({ post, person: actorOf(post, directory, today).person })),
      apologies: [],
    },
  });
  await does('decide', instantInLondon(heldOn, 14, 30), {
    ...{ type: 'decide-item', itemId: 'I1', decision: 'more-action-first', iroView: null, goesOnTo: null },
    discussion: 'Five children wait for life story work, three of them since the spring.',
    actions: [
      { what: 'Count who waits, by team', who: nameOf(act.late), person: act.late, by: addDays(today, -4) },
      { what: 'Name a worker for each', who: nameOf(act.dueToday), person: act.dueToday, by: today },
    ],
    nextLookOn: null,
  });
  await does('close', instantInLondon(heldOn, 15, 0), { type: 'close', carried: [] });
};
