import type { Condition } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { covers } from '../../directory/relations.js';
import { isDueToday, NONE_SET } from '../../disputes/time/due.js';
import { ladderIn, stagesOf } from '../../protocol/ladder.js';
import type { Reading } from '../../reading/reading.js';
import { type Asked, type Matter, type Work, WORK } from '../../work/matter.js';
import { LAST_RESORT, LEADERS } from '../../work/office.js';
import { councilOf, mattersOfCases, mattersOfTheService } from '../../work/open-matters.js';
import { byNeed } from '../open-disputes/need.js';
import { openDisputesKnown } from '../open-disputes/open-disputes.js';
import type { OpenDisputeKnown } from '../open-disputes/open-dispute.js';
import type { MyWork, Worker, WorkItem } from './work.js';

/**
 * The acts asked of one person, in everything that is open.
 * @param visible the disputes that they may see
 */
export const myWork = (worker: Worker, reading: Reading, visible: Condition): MyWork => {
  const council = councilOf(reading, visible, worker);
  const open = openDisputesKnown(reading, visible);
  const cases = mattersOfCases(council, open);
  const theirs = [...cases, ...mattersOfTheService(council)].flatMap((matter) => itemFor(worker, matter));
  const items = [...theirs, ...toAllocate(worker, reading, visible)];
  const today = londonDate(reading.now);
  const theirTurn = new Set(theirs.filter(({ what }) => TURNS.includes(what)).map(({ reference }) => reference));
  return {
    asAt: reading.now,
    items: items.sort((a, b) => lateFirst(a, b) || byNeed(a, b) || WORK.indexOf(a.what) - WORK.indexOf(b.what)),
    totals: totalsOf(items, today),
    waitingForOthers: open
      .filter(({ dispute }) => dispute.takenOn && !theirTurn.has(dispute.reference))
      .filter(
        (known) =>
          holds(worker, known.dispute.heldBy) || isSentBy(worker, known) || hasBeenWith(worker, known, reading),
      )
      .map(({ dispute }) => dispute),
    actionsOfOthers: actionsOfOthers(
      worker,
      cases.filter(({ shown }) => !open.some(({ dispute }) => dispute.reference === shown.reference)),
      reading,
    ),
  };
};

/** The actions of what has ended and they hold, which others are asked to do, and which are not theirs to check yet. */
const actionsOfOthers = (
  worker: Worker,
  ended: readonly Matter[],
  { directory }: Pick<Reading, 'directory'>,
): MyWork['actionsOfOthers'] => {
  const isTheirs = (matter: Matter): boolean => itemFor(worker, matter).length > 0;
  return ended
    .filter(({ what, shown }) => what === 'action' && holds(worker, shown.heldBy))
    .filter(
      ({ shown, actionId }) =>
        !ended.some(
          (other) => other.shown.reference === shown.reference && other.actionId === actionId && isTheirs(other),
        ),
    )
    .map(({ shown: { reference, children, theme }, actionId, due, waiting, asked }) => ({
      ...{ reference, children, theme, due, waiting, actionId: actionId! },
      who: asked.map(({ person }) => ({ id: person, name: directory.person(person)?.name ?? null })),
    }));
};

export const totalsOf = (items: readonly WorkItem[], today: LocalDate): MyWork['totals'] => ({
  toDo: items.length,
  late: items.filter(({ due }) => due.late).length,
  dueToday: items.filter(({ due }) => isDueToday(due, today)).length,
});

/** A late item is not passed over for one that has no date, however long that one has waited. */
const lateFirst = (a: WorkItem, b: WorkItem): number => Number(b.due.late) - Number(a.due.late);

/**
 * Whether a stage up to the present one was for a post of theirs to answer, for a team of the dispute: what they have answered or sent on
 * stays in their sight until it ends.
 */
const hasBeenWith = (
  { posts }: Worker,
  { dispute, rules }: OpenDisputeKnown,
  { directory, now }: Pick<Reading, 'directory' | 'now'>,
): boolean => {
  if (rules === null) return false;
  const rungs = ladderIn(rules.protocol, dispute.ladder);
  // An informal dispute goes up no ladder: a formal dispute about the same is another record.
  const reached = (rungs === undefined ? [] : stagesOf(rungs)).filter(({ number }) =>
    dispute.stage === 0 ? number === 0 : number > 0 && number <= dispute.stage,
  );
  const teams = [dispute.team, dispute.addressedTeam, ...dispute.alsoAddressed].flatMap((team) => team?.id ?? []);
  const today = londonDate(now);
  return posts.some(
    (post) =>
      reached.some(({ addressees }) => addressees.includes(post.kind)) &&
      teams.some((team) => covers(post, team, directory, today)),
  );
};

/** What they typed in for an IRO, or raised in the place of one, stays in their sight until it ends. */
const isSentBy = ({ person }: Worker, { enteredBy }: OpenDisputeKnown): boolean => enteredBy === person;

/** The acts that a dispute can wait for, in the words of work. */
const TURNS: readonly Work[] = ['answer', 'judge', 'decide', 'close', 'look-at'];

/**
 * The records that have fallen to the last resort and that they may not see: each is theirs to allocate, or waits until a post is filled, and
 * nothing more is said of it.
 */
const toAllocate = (worker: Worker, reading: Reading, visible: Condition): WorkItem[] => {
  if (!worker.posts.some(({ kind }) => LAST_RESORT.includes(kind) || LEADERS.includes(kind))) return [];
  const unseen: Condition = { ...visible, sql: `NOT coalesce((${visible.sql}), 0)` };
  const theirs = mattersOfCases(councilOf(reading, unseen)).filter(({ asked }) =>
    asked.some((each) => isAsked(worker, each)),
  );
  const toGive = new Set(theirs.filter(({ what }) => what !== 'fill-vacancy').map(({ shown }) => shown.reference));
  const rows = new Set(theirs.filter(({ shown }) => !shown.takenOn).map(({ shown }) => shown.reference));
  return [...new Set(theirs.map(({ shown }) => shown.reference))].map((reference) =>
    blank(reference, toGive.has(reference) ? 'allocate' : 'fill-vacancy', !rows.has(reference)),
  );
};

const itemFor = (worker: Worker, { what, shown, actionId, due, waiting, asked }: Matter): WorkItem[] => {
  const theirs = asked.filter((each) => isAsked(worker, each));
  if (theirs.length === 0) return [];
  if (!theirs.some(({ mayRead }) => mayRead))
    return [blank(shown.reference, what === 'fill-vacancy' ? what : 'allocate', shown.takenOn)];
  const { heldBy, ...rest } = shown;
  const isTheirOwn = theirs.some(({ owner }) => owner === null || owner === worker.person);
  return [{ ...rest, what, actionId, due, waiting, actingFor: isTheirOwn ? null : heldBy }];
};

const isAsked = (worker: Worker, { person, post, owner }: Asked): boolean =>
  owner === null
    ? person === worker.person && (post === null || worker.posts.some(({ postId }) => postId === post.postId))
    : worker.owners.includes(owner);

const holds = ({ owners }: Worker, holder: Matter['shown']['heldBy']): boolean =>
  holder !== null && owners.includes(holder.id);

const blank = (reference: string, what: 'allocate' | 'fill-vacancy', takenOn: boolean): WorkItem => ({
  ...{ what, reference, actionId: null, children: [], team: null, theme: null, ladder: null, stage: null },
  ...{ stageName: null, raisedOn: null, due: NONE_SET, waiting: null, takenOn, actingFor: null },
});
