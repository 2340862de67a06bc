import type { LocalDate } from '../calendar/calendar.js';
import type { Directory } from '../directory/directory.js';
import { type DisputeState, isFrozen } from '../disputes/dispute.js';
import { standingOf } from '../disputes/time/standing.js';
import type { ProtocolBook } from '../protocol/protocol.js';
import { Concerned } from './concerned.js';
import { isTheirsToDo, type NoticeKind } from './kinds.js';
import { type Addressed, addressedTo, withinRestriction } from './recipients.js';
import type { WhomOfDispute } from './table/disputes.js';
import { lineOf, type Wanted } from './who-is-told.js';

/** Everything that a dispute asks of people as it stands, and who has a copy, by the notices with which they first hear of it. */
export const askedInADispute = (state: DisputeState, protocols: ProtocolBook): Wanted[] => {
  if ((state.status !== 'open' && state.status !== 'ended') || isFrozen(state.matter)) return [];
  const dispute = new Concerned(state, protocols);
  const { isOpen, onlyReports, asksForAnAnswer } = dispute;
  const to = (kind: NoticeKind, whom: WhomOfDispute, isSo: boolean): Wanted[] =>
    isSo ? dispute.of(whom).map((each) => ({ ...lineOf(kind, dispute), to: each })) : [];
  const actions = dispute.toDo().flatMap(({ actionId }) => {
    const line = { ...lineOf('action-for-you', dispute), ...dispute.actionDate(actionId), actionId };
    return dispute.ownersOf(actionId).map((each) => ({ ...line, to: each }));
  });
  return [
    ...to('dispute-for-you', 'still-to-answer', asksForAnAnswer),
    ...to('answered-judge-it', 'asked-to-judge', true),
    ...to('extension-asked', 'granters', dispute.isAskedForTime()),
    ...to('send-back-asked', 'judges', isOpen && dispute.round.sendBackAsked !== null),
    ...to('for-you-to-send-up', 'may-send-up', isOpen && standingOf(dispute.matter, protocols) === 'not-accepted'),
    ...actions,
    ...to('copied-to-you', 'addressed', isOpen && onlyReports),
    ...to('copied-to-you', 'copied', isOpen),
  ];
};

/** The directory before a change of it and after, on the day from which it holds. */
export interface DirectoryChange {
  readonly before: Directory;
  readonly after: Directory;
  readonly on: LocalDate;
}

/** Those of whom something is asked by a change of the directory, and was not; and those of whom it is asked no more. */
export interface AskedByIt {
  readonly gained: readonly Addressed[];
  readonly lost: readonly Addressed[];
}

/**
 * A change of the directory is no event of a record, so what it asks of other people is told with the change.
 *
 * @param wanted everything that the record asks
 * @param restriction the dispute that may be restricted; null for another record
 */
export const askedByTheChange = (
  wanted: readonly Wanted[],
  { before, after, on }: DirectoryChange,
  restriction: DisputeState | null,
): AskedByIt => {
  const askedIn = (directory: Directory): Addressed[] => {
    const addressed = addressedTo(wanted, NOBODY, directory, on);
    return restriction === null ? addressed : withinRestriction(addressed, restriction);
  };
  const [had, have] = [askedIn(before), askedIn(after)];
  const isAmong = (people: readonly Addressed[], { person, kind, actionId }: Addressed): boolean =>
    people.some((each) => each.person === person && each.kind === kind && each.actionId === actionId);
  const isAskedStill = ({ person }: Addressed): boolean =>
    have.some((each) => each.person === person && isTheirsToDo(each.kind));
  return {
    gained: have.filter((each) => !isAmong(had, each)),
    lost: had.filter((each) => isTheirsToDo(each.kind) && !isAskedStill(each)),
  };
};

/** As a row of the table has it: the notices of those who are asked from then on, and of those who are asked no more. */
export const asTold = (
  { gained, lost }: AskedByIt,
  { news, ends }: { readonly news: readonly NoticeKind[]; readonly ends: readonly NoticeKind[] },
): Addressed[] => [
  ...gained.filter(({ kind }) => news.includes(kind)),
  ...lost.flatMap((each) => {
    const kind: NoticeKind = OF_AN_ANSWER.includes(each.kind) ? 'redirected-away' : 'no-longer-asked';
    return ends.includes(kind) && isTheirsToDo(each.kind) ? [{ ...each, kind, dueOn: null, dueAt: null }] : [];
  }),
];

const OF_AN_ANSWER: readonly NoticeKind[] = ['dispute-for-you', 'action-for-you'];

/** Nobody is left out because they acted themselves. */
const NOBODY = '';
