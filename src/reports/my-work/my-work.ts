import type { Condition } from '../../access/scope.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { type PostKind, SERVICE_POSTS } from '../../protocol/protocol.js';
import {
  FROM_DISPUTES,
  FROM_OUTSTANDING_ACTIONS,
} from '../../../projections/dispute-register/dispute-register.queries.js';
import { recommendationsOf } from './recommendations-of.js';
import { type MyWork, personShown, WORK, type Work, type Worker, type WorkItem } from './work.js';
import { teamNameOn } from '../../../projections/names.js';
import { awaitedBy, type DayGiven, type Due, dueAsOf, isDueToday, NONE_SET } from '../../disputes/time/due.js';
import { awaitedIn } from '../../disputes/time/late-in-sql.js';
import { dateAsJson } from '../../../projections/deadlines/date-columns.js';
import { byNeed } from '../open-disputes/need.js';
import type { Reading } from '../../reading/reading.js';
import { type OpenDispute, openDisputes, type PostAwaited } from '../open-disputes/open-disputes.js';

export const myWork = (worker: Worker, reading: Reading, visible: Condition): MyWork => {
  const open = openDisputes(reading, visible);
  const items = [
    ...open.flatMap((dispute) => workIn(dispute, worker, reading)),
    ...actionsOf(worker, reading, visible),
    ...datesOf(worker, reading, visible),
    ...recommendationsOf(worker, reading),
  ];
  const today = londonDate(reading.now);
  return {
    asAt: reading.now,
    items: items.sort((a, b) => byNeed(a, b) || WORK.indexOf(a.what) - WORK.indexOf(b.what)),
    totals: {
      toDo: items.length,
      late: items.filter(({ due }) => due.late).length,
      dueToday: items.filter(({ due }) => isDueToday(due, today)).length,
    },
    waitingForOthers: open.filter(
      (dispute) => dispute.takenOn && holds(worker, dispute) && !isAmong(worker, dispute.who),
    ),
  };
};

/** What one open dispute asks of one person. */
export const workIn = (dispute: OpenDispute, worker: Worker, reading: Reading): WorkItem[] => {
  const { now, calendar } = reading;
  const actingFor = isAmong({ ...worker, owners: [worker.person] }, dispute.who)
    ? null
    : actingForHolder(worker, dispute);
  const item = (what: Work, due: Due = NONE_SET): WorkItem => itemOf({ ...dispute, actingFor }, what, due);
  if (!dispute.takenOn) return maybe(isToTakeOn(worker, dispute, reading), item('take-on'));
  if (dispute.waitsFor === 'not-worked-out') return maybe(holds(worker, dispute), item('look-at', dispute.due));
  const isTheirs = isAmong(worker, dispute.who);
  const { waitsFor, receipt, due, tabled } = dispute;
  return [
    ...maybe(isTheirs && waitsFor === 'answer' && receipt.dueAt !== null, item('acknowledge', receipt)),
    ...maybe(isTheirs, item(ACTS[waitsFor], due)),
    ...maybe(
      due.late && (isAmong(worker, dispute.chasedBy) || holdsPost(worker, ['business-support'])),
      item('chase', due),
    ),
    ...maybe(dispute.leftOut && holds(worker, dispute), item('choose-who-answers', due)),
    ...maybe(dispute.extensionAskedFor !== null && holds(worker, dispute), item('decide-extension', due)),
    ...maybe(dispute.sendBackAskedTo !== null && holds(worker, dispute), item('decide-send-back', due)),
    ...maybe(
      tabled !== null && holds(worker, dispute),
      item('agenda', tabled === null ? NONE_SET : dueAsOf(awaitedBy(tabled.on), now, calendar)),
    ),
  ];
};

const ACTS: Readonly<Record<OpenDispute['waitsFor'], Work>> = {
  answer: 'answer',
  judgement: 'judge',
  decision: 'decide',
  closing: 'close',
  'taking-on': 'take-on',
  'not-worked-out': 'look-at',
};

const itemOf = (
  {
    reference,
    children,
    team,
    theme,
    stage,
    stageName,
    raisedOn,
    takenOn,
    actingFor,
  }: Omit<WorkItem, 'what' | 'due' | 'actionId'>,
  what: Work,
  due: Due,
  actionId: string | null = null,
): WorkItem => ({
  what,
  reference,
  actionId,
  children,
  team,
  theme,
  stage,
  stageName,
  raisedOn,
  due,
  takenOn,
  actingFor,
});

const maybe = <Item>(condition: boolean, item: Item): Item[] => (condition ? [item] : []);

const holds = ({ owners }: Worker, { heldBy }: Pick<OpenDispute, 'heldBy'>): boolean =>
  heldBy !== null && owners.includes(heldBy.id);

/** Whoever holds it, where the worker looks after it in that person's place. */
const actingForHolder = (worker: Worker, { heldBy }: Pick<OpenDispute, 'heldBy'>): OpenDispute['heldBy'] =>
  holds(worker, { heldBy }) && heldBy?.id !== worker.person ? heldBy : null;

const holdsPost = ({ posts }: Worker, kinds: readonly PostKind[]): boolean =>
  posts.some(({ kind }) => kinds.includes(kind));

/** By the post, whoever else holds it too; the seat of an IRO is a person's own, and so is that of a child's social worker. */
const isAmong = (worker: Worker, who: readonly PostAwaited[]): boolean =>
  who.some(({ kind, post, person }) =>
    kind === 'social-worker'
      ? person?.id === worker.person
      : SEATS_OF_THE_IRO.includes(kind)
        ? person !== null && worker.owners.includes(person.id)
        : worker.posts.some(({ postId }) => postId === post) || (post === null && person?.id === worker.person),
  );

const SEATS_OF_THE_IRO: readonly PostKind[] = ['iro', 'conference-chair'];

/** A row opens to the IRO whom it names where a child of it is theirs today; the others are for those who answer for the IRO service. */
const isToTakeOn = (
  worker: Worker,
  { heldBy, children }: OpenDispute,
  { directory, now }: Pick<Reading, 'directory' | 'now'>,
): boolean =>
  heldBy !== null && children.some(({ id }) => directory.child(id, londonDate(now))?.iro === heldBy.id)
    ? holds(worker, { heldBy })
    : holdsPost(worker, SERVICE_POSTS);

/** A dispute as its row tells it. */
interface Found {
  readonly reference: string;
  readonly team: string;
  readonly teamName: string;
  readonly children: string;
  readonly theme: string;
  readonly stage: number;
  readonly stageName: string | null;
  readonly raisedOn: LocalDate;
  readonly heldBy: string | null;
}

const OF_THE_ROW = `register.reference, register.team, ${teamNameOn('register.team', 'register.raised_on')} AS teamName,
  register.children, register.theme, register.current_stage AS stage, coalesce(rules.name, register.stage_name) AS stageName,
  register.raised_on AS raisedOn, register.held_by AS heldBy`;

const shownOf = (
  { reference, team, teamName, children, theme, stage, stageName, raisedOn, heldBy }: Found,
  worker: Worker,
  { directory, now }: Pick<Reading, 'directory' | 'now'>,
): Omit<WorkItem, 'what' | 'due' | 'actionId'> => {
  const today = londonDate(now);
  const initialsOf = (id: string) => ({ id, initials: directory.child(id, today)?.initials ?? null });
  return {
    ...{ reference, theme, stage, stageName, raisedOn },
    team: { id: team, name: teamName },
    children: (JSON.parse(children) as string[]).map(initialsOf),
    takenOn: true,
    actingFor: actingForHolder(worker, { heldBy: heldBy === null ? null : personShown(heldBy, directory) }),
  };
};

interface ActionFound extends Found {
  readonly actionId: string;
  /** By when it is to be done, as JSON. */
  readonly date: string;
  readonly theirs: number;
}

/** Agreed and not done: those a person is named for, and in the disputes they hold those whose day has passed. */
const actionsOf = (worker: Worker, reading: Reading, visible: Condition): WorkItem[] =>
  reading.readModels
    .all<ActionFound>(
      `SELECT ${OF_THE_ROW}, action.action_id AS actionId, ${dateAsJson('date')} AS date, ${THEIRS} AS theirs
       ${FROM_OUTSTANDING_ACTIONS} AND (${THEIRS} OR register.held_by IN (${OWNERS})) AND (${visible.sql})`,
      { ...visible.parameters, worker: worker.person, owners: JSON.stringify(worker.owners) },
    )
    .flatMap((found) => {
      const { date, theirs, actionId } = found;
      const due = dueAsOf(JSON.parse(date) as DayGiven, reading.now, reading.calendar);
      if (theirs === 0 && !due.late) return [];
      const shown = shownOf(found, worker, reading);
      return theirs === 1
        ? [itemOf({ ...shown, actingFor: null }, 'action', due, actionId)]
        : [itemOf(shown, 'check-action', due, actionId)];
    });

const OWNERS = 'SELECT value FROM json_each(:owners)';

/** An action whose owner is in words is nobody's work: the one who holds the dispute looks after it. */
const THEIRS = 'coalesce(action.person = :worker, 0)';

interface DateFound extends Found {
  readonly deadline: 'agency-reply' | 'next-look';
  readonly date: string;
}

/** What is to come, or has not, beside the ladder of the disputes they hold. */
const datesOf = (worker: Worker, reading: Reading, visible: Condition): WorkItem[] =>
  reading.readModels
    .all<DateFound>(
      `SELECT ${OF_THE_ROW}, date.deadline, ${dateAsJson('date')} AS date
       ${FROM_DISPUTES} JOIN deadlines AS date ON date.reference = register.reference
       WHERE register.held_by IN (${OWNERS}) AND date.deadline IN ('agency-reply', 'next-look') AND date.due_at IS NOT NULL
         AND ${awaitedIn({ metAt: 'date.met_at', overAt: 'date.over_at' })} AND (${visible.sql})`,
      { ...visible.parameters, owners: JSON.stringify(worker.owners) },
    )
    .map((found) => {
      const due = dueAsOf(JSON.parse(found.date) as DayGiven, reading.now, reading.calendar);
      return itemOf(
        shownOf(found, worker, reading),
        found.deadline === 'next-look' ? 'look-again' : 'chase-agency',
        due,
      );
    });
