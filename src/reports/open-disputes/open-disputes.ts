import type { Condition } from '../../access/scope.js';
import { countedBy, type Reading } from '../../reading/reading.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { mayBeCovered, type Post } from '../../directory/directory.js';
import { postsAnswering } from '../../directory/relations.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { workedOut } from '../../platform/row-troubles.js';
import { stageOf } from '../../protocol/ladder.js';
import { codeOfPost, isOutside, titleOfPost } from '../../protocol/own-posts.js';
import type { PostKind, Protocol, Stage } from '../../protocol/protocol.js';
import { teamNameOn, serviceOn } from '../../../projections/names.js';
import {
  type DisputeFilters,
  FROM_DISPUTES,
  narrowedDisputes,
} from '../../../projections/dispute-register/dispute-register.queries.js';
import type { DisputeRow, LateAnswer } from '../../../projections/dispute-register/dispute-row.js';
import { dateAsJson, joinDateOfRound } from '../../../projections/deadlines/date-columns.js';
import { answersForTheService, mayRead } from '../../disputes/restriction.js';
import { judgesOf, type StillToAnswer } from '../../disputes/time/standing.js';
import { waitedForAmong } from '../../disputes/waited-for-among.js';
import type { Awaited } from '../../disputes/time/waiting-for.js';
import { CASE_COLUMNS, type CaseRow } from '../../work/case.js';
import { type AwaitedOnRow, awaitedOnRow } from './awaited.js';
import { isChased } from './is-chased.js';
import { byNeed, type Needed } from './need.js';
import { type DayGiven, type Due, dueAsOf } from '../../disputes/time/due.js';
import { type Waiting, waitingSince } from '../../disputes/time/waiting.js';

/** Every row of the register. */
export const EVERYTHING: Condition = { sql: '1', parameters: {} };

export type OpenFilters = Pick<
  DisputeFilters,
  'team' | 'service' | 'theme' | 'themeGroup' | 'ladder' | 'heldBy' | 'reference'
>;

/** A post that must act next, with its holder today. */
export interface PostAwaited {
  readonly kind: PostKind;
  /** Null where the council has no such post, or the seat is an IRO's and nobody holds it. */
  readonly post: string | null;
  readonly title: string;
  readonly team: string | null;
  /** Null: a vacancy. */
  readonly person: { readonly id: string; readonly name: string | null } | null;
}

/** One open dispute as it stands now. */
export interface OpenDispute {
  readonly reference: string;
  readonly kind: 'informal' | 'formal';
  readonly children: readonly { readonly id: string; readonly initials: string | null }[];
  /** Counted under it for ever. */
  readonly team: Named;
  readonly service: string | null;
  /** The team that must answer; null where a senior post answers for the whole council. */
  readonly addressedTeam: Named | null;
  /** The other teams of siblings, who must answer too. */
  readonly alsoAddressed: readonly Named[];
  readonly theme: string;
  readonly themeGroup: string;
  readonly raisedOn: LocalDate;
  /** Working days since it was raised. */
  readonly day: number;
  /** False where that is counted over a year whose bank holidays are not known, and so without any. */
  readonly dayIsCertain: boolean;
  /** Code of its ladder: `main` unless the protocol has another for it. */
  readonly ladder: string;
  readonly stage: number;
  readonly stageName: string | null;
  /** Day on which the stage it is at began. */
  readonly stageBeganOn: LocalDate;
  readonly heldBy: Named | null;
  /**
   * `taking-on`: imported, and nobody works on it yet. `not-worked-out`: its rules cannot be found, so nobody can say; health names it.
   */
  readonly waitsFor: Awaited['what'] | 'taking-on' | 'not-worked-out';
  /** Nobody for what is not taken on, or could not be worked out. */
  readonly who: readonly PostAwaited[];
  /** Restricted, and nobody who must answer may read it: the IRO adds them, or names who answers. */
  readonly leftOut: boolean;
  /** If an answer is late: those who may chase it or send it up, besides those who owe it. */
  readonly chasedBy: readonly PostAwaited[];
  /** The date of the act due now: an answer; a judge has no date, so none is made up. */
  readonly due: Due;
  /** The time for which it waits, where it has no date. */
  readonly waiting: Waiting | null;
  /** The date that the protocol gave; an extension never hides it. */
  readonly firstDueOn: LocalDate | null;
  readonly extensionAskedFor: LocalDate | null;
  /** The lower stage to which those who must answer ask that it goes. */
  readonly sendBackAskedTo: number | null;
  /** The clock stands still since this day: the date has no moment until it is resumed. */
  readonly pausedOn: LocalDate | null;
  /** By when those asked are to say that it has reached them. */
  readonly receipt: Due;
  /** The meeting on whose agenda it stands. */
  readonly tabled: { readonly meeting: string; readonly on: LocalDate } | null;
  readonly chases: number;
  readonly actionsOutstanding: number;
  readonly cafcass: boolean;
  readonly urgent: boolean;
  readonly takenOn: boolean;
}

export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** An open dispute beside what decides who is asked about it, which no list shows. */
export interface OpenDisputeKnown {
  readonly dispute: OpenDispute;
  readonly row: CaseRow;
  /** The rules of the stage it is at; null where it is not taken on, or they cannot be found. */
  readonly rules: { readonly stage: Stage; readonly protocol: Protocol } | null;
  /** The seats that it waits for. */
  readonly roles: readonly PostKind[];
  /** If an answer is late: the seats that may send it up. */
  readonly escalatedBy: readonly PostKind[];
  /** If it waits for an answer: each team whose answer is still to come, and from which posts. */
  readonly stillToAnswer: readonly StillToAnswer[];
  /** Those of these teams that have not said either that it has reached them. */
  readonly notReached: readonly (string | null)[];
  /** If the answer to an earlier stage came late: its judges who have not spoken, for the stage it is at can be recalled. */
  readonly lateJudges: readonly PostKind[];
  /** Somebody has chased the answer since it is late; where it has no date, since its stage began. */
  readonly isChased: boolean;
  /** Person id of whoever typed it in, or raised it in the place of the IRO; null where the IRO did. */
  readonly enteredBy: string | null;
}

interface Row extends CaseRow {
  readonly reference: string;
  readonly entered_by: string | null;
  readonly kind: 'informal' | 'formal';
  readonly team_name: string;
  readonly service: string | null;
  readonly answered_by: string;
  readonly received_by: string;
  readonly accepted_by: string;
  readonly rejected_by: string;
  readonly late_answer: string | null;
  readonly standing: DisputeRow['standing'];
  readonly theme: string;
  readonly theme_group: string;
  readonly raised_on: LocalDate;
  readonly ladder: string;
  readonly current_stage: number;
  readonly stage_name: string | null;
  readonly protocol_version: number | null;
  readonly stage_began_on: LocalDate | null;
  readonly first_due_on: LocalDate | null;
  readonly paused_on: LocalDate | null;
  /** Its dates, as JSON. */
  readonly answer: string;
  readonly receipt: string;
  readonly tabled_for: string | null;
  readonly tabled_on: LocalDate | null;
  readonly extension_asked_for: LocalDate | null;
  readonly send_back_asked: number | null;
  readonly chases: number;
  readonly last_chased_at: Instant | null;
  readonly actions_outstanding: number;
  readonly cafcass_referrals: number;
  readonly urgent: number;
}

const COLUMNS = `${CASE_COLUMNS}, register.reference, register.entered_by, register.kind,
  register.answered_by, register.received_by, register.accepted_by, register.rejected_by, register.late_answer, register.standing, register.theme, register.theme_group,
  register.raised_on, register.ladder, register.current_stage, coalesce(rules.name, register.stage_name) AS stage_name,
  register.protocol_version, json_extract(register.stage_history, '$[#-1].beganOn') AS stage_began_on,
  register.first_due_on, register.paused_on, ${dateAsJson('answer_date')} AS answer,
  ${dateAsJson('receipt_date')} AS receipt, register.tabled_for, register.tabled_on, register.extension_asked_for, register.send_back_asked, register.chases, register.last_chased_at,
  register.actions_outstanding, register.cafcass_referrals, register.urgent,
  ${teamNameOn('register.team', 'register.raised_on')} AS team_name,
  ${serviceOn('register.team', 'register.raised_on')} AS service`;

/** Every open dispute that the reader may see, in the order of need. Every count of them is taken from these rows. */
export const openDisputes = (
  reading: Reading,
  visible: Condition = EVERYTHING,
  filters: OpenFilters = {},
): OpenDispute[] => openDisputesKnown(reading, visible, filters).map(({ dispute }) => dispute);

/** The same, for the person who works out who is asked. */
export const openDisputesKnown = (
  reading: Reading,
  visible: Condition = EVERYTHING,
  filters: OpenFilters = {},
): OpenDisputeKnown[] => {
  const { where, parameters } = narrowedDisputes(filters, reading.now);
  const condition = [`register.status = 'open'`, `(${visible.sql})`, ...where].join(' AND ');
  const bound = { ...visible.parameters, ...parameters };
  const rows = reading.readModels.all<Row>(
    `SELECT ${COLUMNS} ${FROM_DISPUTES} ${joinDateOfRound('answer', 'answer_date')} ${joinDateOfRound('receipt', 'receipt_date')}
     WHERE ${condition}`,
    bound,
  );
  const children = childrenOf(condition, bound, reading.readModels);
  const standing = new Standings(reading);
  return rows
    .map((row) => standing.of(row, children.get(row.reference) ?? []))
    .sort((one, other) => byNeed(byDateAlone(one.dispute), byDateAlone(other.dispute)));
};

/** On a list of everything, what is late comes before what waits without a date. */
const byDateAlone = (dispute: OpenDispute): Needed => ({ ...dispute, waiting: null });

const childrenOf = (
  condition: string,
  bound: Condition['parameters'],
  readModels: ReadModels,
): ReadonlyMap<string, OpenDispute['children']> => {
  const byReference = new Map<string, { id: string; initials: string | null }[]>();
  const rows = readModels.all<{ reference: string; id: string; initials: string | null }>(
    `SELECT named.reference, named.child AS id, children.initials
     FROM case_children AS named LEFT JOIN children USING (child)
     WHERE named.reference IN (SELECT register.reference ${FROM_DISPUTES} WHERE ${condition})`,
    bound,
  );
  for (const { reference, ...child } of rows) {
    byReference.set(reference, [...(byReference.get(reference) ?? []), child]);
  }
  return byReference;
};

type Children = OpenDispute['children'];

interface WhatIsAwaited
  extends
    Pick<AwaitedOnRow, 'roles' | 'escalatedBy' | 'stillToAnswer' | 'notReached'>,
    Pick<OpenDisputeKnown, 'lateJudges'> {
  readonly what: OpenDispute['waitsFor'];
  readonly rules: OpenDisputeKnown['rules'];
}

/** Says of rows how they stand, asking the directory only once for each thing. */
class Standings {
  private readonly today: LocalDate;
  private readonly posts = new Map<string, readonly PostAwaited[]>();
  private readonly seats = new Map<string, PostAwaited>();
  private readonly teams = new Map<string, Named>();
  private readonly people = new Map<string, Named>();

  constructor(private readonly reading: Reading) {
    this.today = londonDate(reading.now);
  }

  of(row: Row, children: OpenDispute['children']): OpenDisputeKnown {
    const takenOn = row.taken_on === 1;
    const awaited = takenOn ? this.awaitedOrUnknown(row) : NOBODY_YET;
    const { what: _, ...known } = awaited;
    const dispute = this.shown(row, children, awaited);
    const { entered_by: enteredBy } = row;
    return { dispute, row, ...known, isChased: isChased(row.last_chased_at, dispute), enteredBy };
  }

  private shown(row: Row, children: Children, awaited: WhatIsAwaited): OpenDispute {
    const { calendar, now } = this.reading;
    const { what, escalatedBy } = awaited;
    const takenOn = row.taken_on === 1;
    const due = dueAsOf(JSON.parse(row.answer) as DayGiven, now, calendar);
    const who =
      what === 'answer' && row.answers_alone !== null
        ? [this.alone(row.answers_alone)]
        : this.awaitedOf(awaited, row, children);
    return {
      reference: row.reference,
      kind: row.kind,
      children,
      team: { id: row.team, name: row.team_name },
      service: row.service,
      addressedTeam: row.addressed_team === null ? null : this.team(row.addressed_team),
      alsoAddressed: (JSON.parse(row.addressed_also) as string[]).map((team) => this.team(team)),
      theme: row.theme,
      themeGroup: row.theme_group,
      raisedOn: row.raised_on,
      day: calendar.workingDaysBetween(row.raised_on, this.today),
      dayIsCertain: calendar.isCertain(row.raised_on, this.today),
      ladder: row.ladder,
      stage: row.current_stage,
      stageName: row.stage_name,
      stageBeganOn: row.stage_began_on ?? row.raised_on,
      heldBy: row.held_by === null ? null : this.person(row.held_by),
      waitsFor: what,
      who,
      leftOut: what === 'answer' && nobodyMayRead(who, row),
      chasedBy: due.late ? this.holdersOf(escalatedBy, row, children) : [],
      due,
      waiting: waitingSince(due, row.waits_since, countedBy(this.reading)),
      firstDueOn: takenOn ? row.first_due_on : null,
      // As `timeAskedFor` has it: nobody decides about more time once the date has passed, or no answer is waited for.
      extensionAskedFor: what !== 'answer' || due.late ? null : row.extension_asked_for,
      sendBackAskedTo: row.send_back_asked,
      pausedOn: row.paused_on ?? row.frozen_on,
      receipt: dueAsOf(JSON.parse(row.receipt) as DayGiven, now, calendar),
      tabled: row.tabled_for === null ? null : { meeting: row.tabled_for, on: row.tabled_on! },
      chases: row.chases,
      actionsOutstanding: row.actions_outstanding,
      cafcass: row.cafcass_referrals > 0,
      urgent: row.urgent === 1,
      takenOn,
    };
  }

  /** A row whose rules cannot be found is shown as such, with its dates, and hides none of the others. */
  private awaitedOrUnknown(row: Row): WhatIsAwaited {
    const { troubles } = this.reading;
    return workedOut(troubles, 'open disputes', row.reference, () => this.awaited(row), NOT_WORKED_OUT);
  }

  /** By the version of the rules under which its stage began. */
  private awaited(row: Row): WhatIsAwaited {
    const { protocol } = this.reading.protocols.version(row.protocol_version!);
    const stage = stageOf(protocol, row.current_stage, row.ladder);
    const awaited = awaitedOnRow(
      {
        standing: row.standing!,
        addressed_team: row.addressed_team,
        addressed_also: JSON.parse(row.addressed_also) as string[],
        addressed_posts: postsIn(row.addressed_posts),
        answered_by: JSON.parse(row.answered_by) as DisputeRow['answered_by'],
        received_by: JSON.parse(row.received_by) as DisputeRow['received_by'],
        accepted_by: postsIn(row.accepted_by),
        rejected_by: postsIn(row.rejected_by),
      },
      stage,
    );
    return { ...awaited, rules: { stage, protocol }, lateJudges: lateJudgesOf(row, protocol) };
  }

  /** Of several teams each whose answer is still to come. */
  private awaitedOf(
    { what, roles, stillToAnswer, rules }: WhatIsAwaited,
    row: Row,
    children: Children,
  ): readonly PostAwaited[] {
    if (what !== 'answer') return this.holdersOf(roles, row, children);
    const mustAll = rules?.stage.answeredBy === 'all';
    const all = stillToAnswer.flatMap(({ team, posts }) =>
      waitedForAmong(this.holdersOf(posts, row, children, team), { isHeld: ({ person }) => person !== null, mustAll }),
    );
    return all.filter(({ post }, index) => post === null || all.findIndex((other) => other.post === post) === index);
  }

  /** A post that this council does not have is left out where another stands beside it. */
  private holdersOf(
    kinds: readonly PostKind[],
    row: Row,
    children: Children,
    team: string | null = row.addressed_team,
  ): readonly PostAwaited[] {
    const all = kinds.flatMap((kind) => this.postsOf(kind, team ?? row.team, row, children));
    const there = all.filter(({ post }) => post !== null);
    return there.length === 0 ? all : there;
  }

  private postsOf(kind: PostKind, team: string, row: Row, children: Children): readonly PostAwaited[] {
    if (kind === 'iro') return [this.seatOf(row.held_by)];
    if (kind === 'social-worker') return this.workersOf(children, team);
    // A person who answers from outside of the council is asked, and waited for, by the IRO.
    if (isOutside(kind)) return [this.seatOf(row.held_by)];
    return remembered(this.posts, `${kind} ${team}`, () => {
      const posts = this.reading.directory.postsFor(kind, team, this.today);
      if (posts.length === 0)
        return [vacancy(kind, team, this.reading.protocols.version(row.protocol_version!).protocol)];
      return posts.map((post) => this.held(post, post.person));
    });
  }

  /** Those of the children, and nobody else of their team. */
  private workersOf(children: Children, team: string): readonly PostAwaited[] {
    const ids = children.map(({ id }) => id);
    return remembered(this.posts, `workers ${ids.join(' ')} ${team}`, () => {
      const posts = postsAnswering('social-worker', team, ids, this.reading.directory, this.today);
      if (posts.length === 0) return [vacancy('social-worker', team)];
      return posts.map((post) => this.held(post, post.person));
    });
  }

  /** The seat of the IRO is that of the person who holds the dispute. Nobody acts from it who has left the post for it. */
  private seatOf(heldBy: string | null): PostAwaited {
    return remembered(this.seats, heldBy ?? '', () => {
      const posts = heldBy === null ? [] : this.reading.directory.postsHeldBy(heldBy, this.today);
      const post = posts.find(mayBeCovered) ?? posts.find((each) => answersForTheService({ posts: [each] }));
      return post === undefined ? vacancy('iro', null) : this.held(post, heldBy);
    });
  }

  /** Named to answer in place of those whom a restriction keeps out. */
  private alone(person: string): PostAwaited {
    const post = this.reading.directory
      .postsHeldBy(person, this.today)
      .find(({ kind }) => !SEATS_OF_IROS.includes(kind));
    return post === undefined
      ? { ...vacancy('team-manager', null), person: this.person(person) }
      : this.held(post, person);
  }

  private held({ kind, postId, title, team }: Post, person: string | null): PostAwaited {
    return { kind, post: postId, title, team, person: person === null ? null : this.person(person) };
  }

  private person(id: string): Named {
    return remembered(this.people, id, () => ({ id, name: this.reading.directory.person(id)?.name ?? null }));
  }

  private team(id: string): Named {
    return remembered(this.teams, id, () => ({ id, name: this.reading.directory.team(id, this.today)?.name ?? null }));
  }
}

/** A post that nobody holds is a vacancy, and another matter. */
const nobodyMayRead = (who: readonly PostAwaited[], row: Pick<Row, 'held_by' | 'restricted_to'>): boolean => {
  if (row.restricted_to === null) return false;
  const readers = { heldBy: row.held_by, restrictedTo: JSON.parse(row.restricted_to) as string[] };
  const people = who.flatMap(({ person }) => person?.id ?? []);
  return people.length > 0 && !people.some((person) => mayRead(person, readers));
};

const SEATS_OF_IROS: readonly PostKind[] = ['iro', 'conference-chair'];

/** Nobody holds any of the posts that it waits for. */
export const isWithNobody = ({ who }: Pick<OpenDispute, 'who'>): boolean =>
  who.length > 0 && who.every(({ person }) => person === null);

/** A row of a register waits for nobody, and nothing is due from it, until somebody takes it on. */
/** Judges of an earlier stage who have not spoken about the answer that came to it late; by the rules of the stage that runs. */
const lateJudgesOf = ({ late_answer, standing }: Row, { stages, informal }: Protocol): PostKind[] => {
  if (late_answer === null || standing !== 'awaiting-answer') return [];
  const { stage: number, spoken } = JSON.parse(late_answer) as LateAnswer;
  const stage = number === 0 ? informal : stages.find((each) => each.number === number);
  return (stage == null ? ['iro' as const] : judgesOf(stage)).filter((judge) => !spoken.includes(judge));
};

const NOTHING_KNOWN = {
  roles: [],
  escalatedBy: [],
  stillToAnswer: [],
  notReached: [],
  rules: null,
  lateJudges: [],
} as const;
const NOBODY_YET = { what: 'taking-on', ...NOTHING_KNOWN } as const;
const NOT_WORKED_OUT = { what: 'not-worked-out', ...NOTHING_KNOWN } as const;

/** @param rules of its stage, by which a post of the council's own is called; none where it is a post of the program's own */
const vacancy = (kind: PostKind, team: string | null, rules?: Protocol): PostAwaited => ({
  kind,
  post: null,
  title: titleOfPost(kind, rules?.posts) ?? codeOfPost(kind).replaceAll('-', ' '),
  team,
  person: null,
});

const postsIn = (json: string): PostKind[] => JSON.parse(json) as PostKind[];

const remembered = <Value>(known: Map<string, Value>, key: string, find: () => Value): Value => {
  const value = known.get(key) ?? find();
  known.set(key, value);
  return value;
};
