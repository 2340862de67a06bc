import type { LocalDate } from '../../src/calendar/calendar.js';
import { endOfDay, isLocalDate, londonDate } from '../../src/calendar/dates.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { FROM_DISPUTES, FROM_OUTSTANDING_ACTIONS } from '../dispute-register/dispute-register.queries.js';
import { recommendationsOf } from './recommendations-of.js';
import { type MyWork, personShown, WORK, type Work, type Worker, type WorkItem } from './work.js';
import { teamNameOn } from '../names.js';
import { byNeed, type Due, dueAsOf, NONE_SET } from '../escalation-board/due.js';
import {
  type OpenDispute,
  openDisputes,
  type PostAwaited,
  type Reading,
  type Visible,
} from '../escalation-board/open-disputes.js';

export const myWork = (worker: Worker, reading: Reading, visible: Visible): MyWork => {
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
      dueToday: items.filter(({ due }) => !due.late && due.dueOn === today).length,
    },
    waitingForOthers: open.filter(
      (dispute) => dispute.takenOn && holds(worker, dispute) && !isAmong(worker, dispute.who),
    ),
  };
};

/** What one open dispute asks of one person. */
export const workIn = (dispute: OpenDispute, worker: Worker, { now, calendar }: Reading): WorkItem[] => {
  const actingFor = isAmong({ ...worker, owners: [worker.person] }, dispute.who)
    ? null
    : actingForHolder(worker, dispute);
  const item = (what: Work, due: Due = NONE_SET): WorkItem => itemOf({ ...dispute, actingFor }, what, due);
  if (!dispute.takenOn) return maybe(isToTakeOn(worker, dispute), item('take-on'));
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
    ...maybe(dispute.extensionAskedFor !== null && holds(worker, dispute), item('decide-extension', due)),
    ...maybe(
      tabled !== null && holds(worker, dispute),
      item('agenda', tabled === null ? NONE_SET : dueAsOf(endOf(tabled.on), now, calendar)),
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

/** By the post, whoever else holds it too; the seat of an IRO is a person's own. */
const isAmong = (worker: Worker, who: readonly PostAwaited[]): boolean =>
  who.some(({ kind, post, person }) =>
    SEATS_OF_THE_IRO.includes(kind)
      ? person !== null && worker.owners.includes(person.id)
      : worker.posts.some(({ postId }) => postId === post),
  );

const SEATS_OF_THE_IRO: readonly PostKind[] = ['iro', 'conference-chair'];

/** A row that names no IRO is for those who answer for the IRO service. */
const isToTakeOn = (worker: Worker, dispute: OpenDispute): boolean =>
  dispute.heldBy === null
    ? holdsPost(worker, ['iro-manager', 'head-of-qa', 'qa-service-manager'])
    : holds(worker, dispute);

const endOf = (day: LocalDate) => ({ dueOn: day, dueAt: endOfDay(day) });

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
  readonly by: string | null;
  readonly theirs: number;
}

/** Agreed and not done: those a person is named for, and in the disputes they hold those whose day has passed. */
const actionsOf = (worker: Worker, reading: Reading, visible: Visible): WorkItem[] =>
  reading.readModels
    .all<ActionFound>(
      `SELECT ${OF_THE_ROW}, action.action_id AS actionId, action."by", ${THEIRS} AS theirs
       ${FROM_OUTSTANDING_ACTIONS} AND (${THEIRS} OR register.held_by IN (${OWNERS})) AND (${visible.sql})`,
      { ...visible.parameters, worker: worker.person, workerName: worker.name, owners: JSON.stringify(worker.owners) },
    )
    .flatMap((found) => {
      const { by, theirs, actionId } = found;
      const due = isLocalDate(by) ? dueAsOf(endOf(by), reading.now, reading.calendar) : NONE_SET;
      if (theirs === 0 && !due.late) return [];
      const shown = shownOf(found, worker, reading);
      return theirs === 1
        ? [itemOf({ ...shown, actingFor: null }, 'action', due, actionId)]
        : [itemOf(shown, 'check-action', due, actionId)];
    });

const OWNERS = 'SELECT value FROM json_each(:owners)';

/** An action names a person by id or by name, as whoever wrote it did. */
const THEIRS = '(action.who IS NOT NULL AND action.who IN (:worker, :workerName))';

interface DatesFound extends Found {
  readonly agencyDueOn: LocalDate | null;
  readonly lookAgainOn: LocalDate | null;
}

/** What is to come, or has not, beside the ladder of the disputes they hold. */
const datesOf = (worker: Worker, reading: Reading, visible: Visible): WorkItem[] =>
  reading.readModels
    .all<DatesFound>(
      `SELECT ${OF_THE_ROW}, register.agency_due_on AS agencyDueOn,
              CASE WHEN register.status = 'open' THEN register.look_again_on END AS lookAgainOn
       ${FROM_DISPUTES} WHERE register.held_by IN (${OWNERS}) AND register.status NOT IN ('withdrawn', 'voided')
         AND coalesce(register.agency_due_on, register.look_again_on) IS NOT NULL AND (${visible.sql})`,
      { ...visible.parameters, owners: JSON.stringify(worker.owners) },
    )
    .flatMap((found) => {
      const itemBy = (what: Work, day: LocalDate | null): WorkItem[] =>
        day === null
          ? []
          : [itemOf(shownOf(found, worker, reading), what, dueAsOf(endOf(day), reading.now, reading.calendar))];
      return [...itemBy('chase-agency', found.agencyDueOn), ...itemBy('look-again', found.lookAgainOn)];
    });
