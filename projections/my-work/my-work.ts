import type { LocalDate } from '../../src/calendar/calendar.js';
import { endOfDay, isLocalDate, londonDate } from '../../src/calendar/dates.js';
import type { Post } from '../../src/directory/directory.js';
import type { PostKind } from '../../src/protocol/protocol.js';
import { FROM_OUTSTANDING_ACTIONS } from '../dispute-register/dispute-register.queries.js';
import { teamNameOn } from '../names.js';
import { byNeed, type Due, dueAsOf, NONE_SET } from '../escalation-board/due.js';
import {
  type OpenDispute,
  openDisputes,
  type PostAwaited,
  type Reading,
  type Visible,
} from '../escalation-board/open-disputes.js';

/** Whose work it is. */
export interface Worker {
  readonly person: string;
  readonly name: string;
  /** Posts held today. */
  readonly posts: readonly Post[];
  /** Person whose disputes and children count as their own: another's, for someone who covers or enters for them. */
  readonly owner: string;
}

/**
 * What there is to do, each by one act:
 * - `acknowledge`, `answer`: by those to whom it is addressed
 * - `judge`, `decide` (where it goes from here), `close`: by the judges, and those who may send it up
 * - `chase`: no answer came in time; chase, or send it up
 * - `decide-extension`: a later date is asked for
 * - `action`: agreed, and theirs to do; `check-action`: agreed in a dispute they hold, and its day has passed
 * - `agenda`: a case of theirs is on the agenda of a meeting
 * - `take-on`: imported, and nobody works on it yet
 */
export const WORK = [
  'acknowledge',
  'answer',
  'judge',
  'decide',
  'close',
  'chase',
  'decide-extension',
  'action',
  'check-action',
  'agenda',
  'take-on',
] as const;
export type Work = (typeof WORK)[number];

export interface WorkItem {
  readonly what: Work;
  readonly reference: string;
  /** Of an action. */
  readonly actionId: string | null;
  readonly children: OpenDispute['children'];
  readonly team: OpenDispute['team'];
  readonly theme: string;
  readonly stage: number;
  readonly stageName: string | null;
  readonly raisedOn: LocalDate;
  readonly due: Due;
  readonly takenOn: boolean;
}

export interface MyWork {
  readonly asAt: string;
  /** Late first, then by the day it is due. */
  readonly items: readonly WorkItem[];
  readonly totals: { readonly toDo: number; readonly late: number; readonly dueToday: number };
  /** Disputes they hold that wait for somebody else. */
  readonly waitingForOthers: readonly OpenDispute[];
}

export const myWork = (worker: Worker, reading: Reading, visible: Visible): MyWork => {
  const open = openDisputes(reading, visible);
  const items = [
    ...open.flatMap((dispute) => workIn(dispute, worker, reading)),
    ...actionsOf(worker, reading, visible),
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
  const item = (what: Work, due: Due = NONE_SET): WorkItem => itemOf(dispute, what, due);
  if (!dispute.takenOn) return maybe(isToTakeOn(worker, dispute), item('take-on'));
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
  }: Omit<WorkItem, 'what' | 'due' | 'actionId'>,
  what: Work,
  due: Due,
  actionId: string | null = null,
): WorkItem => ({ what, reference, actionId, children, team, theme, stage, stageName, raisedOn, due, takenOn });

const maybe = <Item>(condition: boolean, item: Item): Item[] => (condition ? [item] : []);

const holds = ({ owner }: Worker, { heldBy }: Pick<OpenDispute, 'heldBy'>): boolean => heldBy?.id === owner;

const holdsPost = ({ posts }: Worker, kinds: readonly PostKind[]): boolean =>
  posts.some(({ kind }) => kinds.includes(kind));

/** By the post, whoever else holds it too; the seat of an IRO is a person's own. */
const isAmong = (worker: Worker, who: readonly PostAwaited[]): boolean =>
  who.some(({ kind, post, person }) =>
    SEATS_OF_THE_IRO.includes(kind) ? person?.id === worker.owner : worker.posts.some(({ postId }) => postId === post),
  );

const SEATS_OF_THE_IRO: readonly PostKind[] = ['iro', 'conference-chair'];

/** A row that names no IRO is for those who answer for the IRO service. */
const isToTakeOn = (worker: Worker, dispute: OpenDispute): boolean =>
  dispute.heldBy === null
    ? holdsPost(worker, ['iro-manager', 'head-of-qa', 'qa-service-manager'])
    : holds(worker, dispute);

const endOf = (day: LocalDate) => ({ dueOn: day, dueAt: endOfDay(day) });

interface ActionFound {
  readonly reference: string;
  readonly actionId: string;
  readonly by: string | null;
  readonly theirs: number;
  readonly team: string;
  readonly teamName: string;
  readonly children: string;
  readonly theme: string;
  readonly stage: number;
  readonly stageName: string | null;
  readonly raisedOn: LocalDate;
}

/** Agreed and not done: those a person is named for, and in the disputes they hold those whose day has passed. */
const actionsOf = (worker: Worker, { readModels, directory, calendar, now }: Reading, visible: Visible): WorkItem[] => {
  const today = londonDate(now);
  const found = readModels.all<ActionFound>(
    `SELECT register.reference, action.action_id AS actionId, action."by", ${THEIRS} AS theirs, register.team,
            ${teamNameOn('register.team', 'register.raised_on')} AS teamName, register.children, register.theme,
            register.current_stage AS stage, coalesce(rules.name, register.stage_name) AS stageName,
            register.raised_on AS raisedOn
     ${FROM_OUTSTANDING_ACTIONS} AND (${THEIRS} OR register.held_by = :worksFor) AND (${visible.sql})`,
    { ...visible.parameters, worker: worker.person, workerName: worker.name, worksFor: worker.owner },
  );
  return found.flatMap(({ actionId, by, theirs, team, teamName, children, ...dispute }) => {
    const due = isLocalDate(by) ? dueAsOf(endOf(by), now, calendar) : NONE_SET;
    if (theirs === 0 && !due.late) return [];
    const initialsOf = (id: string) => ({ id, initials: directory.child(id, today)?.initials ?? null });
    const shown = {
      ...dispute,
      team: { id: team, name: teamName },
      children: (JSON.parse(children) as string[]).map(initialsOf),
      takenOn: true,
    };
    return [itemOf(shown, theirs === 1 ? 'action' : 'check-action', due, actionId)];
  });
};

/** An action names a person by id or by name, as whoever wrote it did. */
const THEIRS = '(action.who IS NOT NULL AND action.who IN (:worker, :workerName))';
