import type { LocalDate } from '../../calendar/calendar.js';
import { type AroundADate, type DateRuleName, whyImpossible } from '../../calendar/date-rules.js';
import { instantInLondon, isLocalDate } from '../../calendar/dates.js';
import { type Decider, type DomainEvent, type Recorded, Refusal } from '../../platform/decider.js';
import type { EventMetadata } from '../../platform/event-store/event-store.js';
import { digestOf, type Envelope, type Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { ChildAct, PersonAct, PostAct, TeamAct } from '../acts.js';
import { childDecider, childStream } from '../child.js';
import type { PostRegistered } from '../events.js';
import { type ChildContext, childContextOf } from '../iro-of-looked-after.js';
import { type Giving, type Holding, NEEDS_A_PROPOSER, PostsGiven, type ToPropose } from './posts-given.js';
import { IN_SET_UP, NOT_NEEDED } from '../../roles/agreed.js';
import type { RoleTurnTaken, TeamChange } from '../../roles/events.js';
import { opensCases, teamChangeProposed } from '../../roles/team-change.js';
import { isAtOddsWithAnother } from '../../roles/turn.js';
import { personDecider, personStream } from '../person.js';
import { postDecider, postStream } from '../post.js';
import { teamDecider, teamStream } from '../team.js';
import type { Row } from './table.js';

/** The reason why a row cannot be taken as it is. */
export interface RefusedRow {
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** A row that is taken, and the reason why it may not be meant so. */
export interface RowToKnow {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** An event that a plan would record. */
export interface DecidedEvent {
  /** Of the team, post, person or child. */
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

type Step =
  | { kind: 'team'; id: string; act: TeamAct }
  | { kind: 'post'; id: string; act: PostAct }
  | { kind: 'person'; id: string; act: PersonAct }
  | { kind: 'child'; id: string; act: ChildAct };

type PlannedStep = Step & {
  readonly row: Row;
  readonly column: string;
  /** The proposal in its place, where the act would give somebody a role that needs a second person. */
  readonly instead?: ToPropose;
  /** The post that somebody is in today or later by this act. */
  readonly gets?: { readonly person: string; readonly postKind: PostKind; readonly from: LocalDate | null };
};

const AT_ONCE = 16;

/** The column of the file whose cell a refusal is about, by the field of the act that it points at. */
const POINTED_AT: Readonly<Record<string, string>> = { '/iro': 'IRO', '/population': 'Population' };

/** The requests of a file: the acts of its rows, and the rows that cannot be taken. */
export class Plan {
  readonly refused: RefusedRow[] = [];
  /** Rows that are taken as they are, of which somebody should know something all the same. */
  readonly warnings: RowToKnow[] = [];
  /** The posts and team changes that the file asks for and that wait for a second person; known once the plan was checked. */
  readonly toPropose: ToPropose[] = [];
  /** The events that the acts of the plan would put on record; known once it was checked. */
  readonly decided: DecidedEvent[] = [];
  /** Posts that are given at once, and that nobody may hold beside just any other; known once the plan was checked. */
  readonly roles: Omit<RoleTurnTaken, 'at'>[] = [];
  /** Whether something is given by one person's word, as is done until the council is open; known once the plan was checked. */
  isSetUp = false;
  /** Kinds of post of which the file has a row. */
  readonly postKinds = new Set<PostKind>();
  private readonly byStream = new Map<string, PlannedStep[]>();
  private readonly given: PostsGiven;

  private readonly context: ChildContext;

  constructor(private readonly giving: Giving) {
    this.given = new PostsGiven(giving);
    this.context = childContextOf(giving.directory, giving.today);
  }

  /** @param column the one to name should the act be refused */
  add(row: Row, column: string, step: Step): void {
    this.plan({ ...step, row, column });
  }

  /** Whether a row says anything of a team, a post, a person or a child. */
  speaksOf(kind: Step['kind'], id: string): boolean {
    return this.byStream.has(STREAMS[kind](id));
  }

  /** Whether a row has a person in a post. */
  gives(post: string, person: string): boolean {
    const steps = this.byStream.get(postStream(post)) ?? [];
    return steps.some(({ act }) => act.type === 'take' && act.person === person);
  }

  /** Everybody whom a row has in a post with no last day. */
  holdings(): { readonly post: string; readonly person: string }[] {
    return [...this.byStream.values()].flatMap((steps) =>
      steps.flatMap(({ id, act }) =>
        act.type === 'take' && !steps.some(({ act: other }) => other.type === 'leave' && other.person === act.person)
          ? [{ post: id, person: act.person }]
          : [],
      ),
    );
  }

  private plan(step: PlannedStep): void {
    const stream = streamOf(step);
    this.byStream.set(stream, [...(this.byStream.get(stream) ?? []), step]);
  }

  /** Somebody holds a post from a day (null: throughout) to a last day (null: still). If it needs a second person, it is proposed. */
  hold(row: Row, column: string, post: PostRegistered, holding: Holding): void {
    const { person, from, to } = holding;
    this.postKinds.add(post.kind);
    const { agreed, instead, refusal } = this.given.give(post, holding);
    if (refusal !== undefined) return this.refuse(row, column, refusal);
    const act: PostAct = { type: 'take', person, from, agreed };
    this.add(row, column, { kind: 'post', id: post.postId, act: { type: 'register', ...post } });
    const isInOffice = isAtOddsWithAnother(post.kind) && (to === null || to >= this.giving.today);
    const gets = isInOffice ? { person, postKind: post.kind, from } : undefined;
    this.plan({ kind: 'post', id: post.postId, act, row, column, instead, gets });
    if (to !== null) this.add(row, 'To', { kind: 'post', id: post.postId, act: { type: 'leave', person, on: to } });
  }

  /** A team changes. If that lets others read its cases, it is proposed once the council is open; a new team has none. */
  changeTeam(row: Row, column: string, id: string, change: TeamChange, isNew = false): void {
    const { isOpen, directory, today } = this.giving;
    const opens = opensCases(change) && !isNew;
    const act: TeamAct = { ...change, agreed: opens && !isOpen ? IN_SET_UP : NOT_NEEDED };
    const instead = opens && isOpen ? teamChangeProposed(id, change, directory, today) : undefined;
    this.plan({ kind: 'team', id, act, row, column, instead });
  }

  warn(row: Row, column: string, message: string): void {
    this.warnings.push({ row: row.number, column, message });
  }

  refuse(row: Row, column: string, expected: string): void {
    this.refused.push({ row: row.number, column, found: row.cell(column), expected });
  }

  /**
   * A date as `2022-04-14` or `14/04/2022`; null where there is none.
   * @param rule which days are possible
   * @param around against what they are held
   */
  date(row: Row, column: string, rule: DateRuleName, around: AroundADate): LocalDate | null {
    const written = row.cell(column);
    if (written === '') return null;
    const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(written);
    const date = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : written;
    const why = isLocalDate(date) ? whyImpossible(rule, date, around) : undefined;
    if (isLocalDate(date) && why === undefined) return date;
    this.refuse(row, column, why === undefined ? 'a date that exists: 2022-04-14 or 14/04/2022' : `a day that ${why}`);
    return null;
  }

  /** Decides every act against the log without writing; what a rule refuses becomes a refused row. Gives the number of new events. */
  async check(executor: Executor): Promise<number> {
    let events = 0;
    await inParallel([...this.byStream], async ([stream, steps]) => {
      const added = await this.checkStream(executor, stream, steps);
      events += added;
    });
    this.refused.sort((a, b) => a.row - b.row);
    this.roles.sort((a, b) => (a.stream + a.command < b.stream + b.command ? -1 : 1));
    return events;
  }

  /** Carries every act out; doing it again records nothing. */
  async carryOut(executor: Executor, envelope: (commandId: string) => Envelope): Promise<void> {
    await inParallel([...this.byStream], async ([stream, steps]) => {
      for (const step of steps) {
        // It was held before, or it is proposed.
        if (step.instead !== undefined) continue;
        await executor.execute(stream, deciderOf(step), step.act, this.context, envelope(commandOf(stream, step)));
      }
    });
  }

  private noteRole(stream: string, step: PlannedStep): void {
    if ('agreed' in step.act && step.act.agreed.how === 'set-up') this.isSetUp = true;
    if (step.gets !== undefined) this.roles.push({ stream, command: commandOf(stream, step), ...step.gets });
  }

  private async checkStream(executor: Executor, stream: string, steps: readonly PlannedStep[]): Promise<number> {
    const decider = deciderOf(steps[0]!);
    let { state } = await executor.load(stream, decider);
    let events = 0;
    for (const step of steps) {
      try {
        const decided = decider.decide(step.act, state, this.context);
        if (step.instead !== undefined && decided.length > 0) {
          if (this.giving.proposedBy === null) this.refuse(step.row, step.column, NEEDS_A_PROPOSER);
          else this.toPropose.push(step.instead);
          continue;
        }
        if (decided.length > 0) this.noteRole(stream, step);
        for (const event of decided) {
          state = decider.evolve(state, { ...event, metadata: asOf(this.giving.today) });
          this.decided.push({ id: step.id, type: event.type, data: event.data as Record<string, unknown> });
          events++;
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refuse(step.row, POINTED_AT[`${error.details?.pointer}`] ?? step.column, error.message);
      }
    }
    return events;
  }
}

/** The id of each command follows from what it says, so that carrying it out again records nothing. */
const commandOf = (stream: string, { act }: PlannedStep): string =>
  derivedId('directory-import', stream, digestOf(act));

/** The deciders of the directory fold data, and the day on which something was recorded. */
const asOf = (today: LocalDate): EventMetadata => ({ occurredAt: instantInLondon(today, 12, 0) }) as EventMetadata;

type AnyDecider = Decider<unknown, Step['act'], DomainEvent & Recorded<DomainEvent>, ChildContext>;

const deciderOf = ({ kind }: Step): AnyDecider => DECIDERS[kind] as unknown as AnyDecider;

const DECIDERS = { team: teamDecider, post: postDecider, person: personDecider, child: childDecider };
const STREAMS = { team: teamStream, post: postStream, person: personStream, child: childStream };

const streamOf = ({ kind, id }: Step): string => STREAMS[kind](id);

const inParallel = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const left = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};
