import type { Acknowledged, AcknowledgementEvent } from '../acknowledgements/events.js';
import type { AcknowledgementState } from '../acknowledgements/state.js';
import { type Recipient } from './concerned.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/**
 * A practice acknowledgement goes to a person who is thanked and to their manager (domain brief 4.3), and so does that it was corrected or
 * taken back; the person who gave it hears what others did with it.
 *
 * @param before as it was before the event
 * @param after as the event left it
 * @param called what this council calls it
 */
export const toldOfAcknowledgement = (
  event: AcknowledgementEvent,
  before: AcknowledgementState,
  after: AcknowledgementState,
  called: string,
): Wanted[] => {
  const given = after.status === 'given' ? after : before;
  if (given.status !== 'given') return [];
  const now = peopleIn(given.acknowledged);
  const earlier = before.status === 'given' ? peopleIn(before.acknowledged) : [];
  const { team } = given.acknowledged;
  const teamBefore = before.status === 'given' ? before.acknowledged.team : team;
  const ofOne = team === teamBefore;
  const people = (which: readonly string[]): Recipient[] => which.map((person) => ({ person }));
  return fromTable(tellsOf('acknowledgement', event.type), {
    recipients: {
      thanked: people(now),
      'thanked-anew': people(now.filter((person) => !earlier.includes(person))),
      'thanked-still': people(now.filter((person) => earlier.includes(person))),
      'thanked-no-more': people(earlier.filter((person) => !now.includes(person))),
      'their-manager': managersOf(team),
      'their-new-manager': ofOne ? [] : managersOf(team),
      'their-manager-before': ofOne ? [] : managersOf(teamBefore),
      giver: people([...new Set([given.giver, given.heldBy])]),
    },
    line: (kind) => ({ kind, about: given.reference, called, dueOn: null, dueAt: null, actionId: null }),
  });
};

const peopleIn = ({ people }: Acknowledged): string[] => people.flatMap(({ person }) => person ?? []);

const managersOf = (team: string): Recipient[] => [{ post: 'team-manager', team }];
