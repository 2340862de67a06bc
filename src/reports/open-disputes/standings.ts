import type { DisputeRow, LateAnswer } from '../../../projections/dispute-register/dispute-row.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { mayRead } from '../../disputes/restriction.js';
import { type DayGiven, dueAsOf } from '../../disputes/time/due.js';
import { judgesOf } from '../../disputes/time/standing.js';
import { waitingSince } from '../../disputes/time/waiting.js';
import { waitedForAmong } from '../../disputes/waited-for-among.js';
import { workedOut } from '../../platform/row-troubles.js';
import { stageOf } from '../../protocol/ladder.js';
import type { PostKind, Protocol, Stage } from '../../protocol/protocol.js';
import { countedBy, type Reading } from '../../reading/reading.js';
import { type AwaitedOnRow, awaitedOnRow } from './awaited.js';
import { Holders } from './holders.js';
import { isChased } from './is-chased.js';
import type { OpenDispute, OpenDisputeKnown, PostAwaited } from './open-dispute.js';
import type { OpenRow } from './open-row.js';

type Children = OpenDispute['children'];

interface WhatIsAwaited
  extends
    Pick<AwaitedOnRow, 'roles' | 'escalatedBy' | 'stillToAnswer' | 'notReached'>,
    Pick<OpenDisputeKnown, 'lateJudges'> {
  readonly what: OpenDispute['waitsFor'];
  readonly rules: OpenDisputeKnown['rules'];
}

/** Says of rows how they stand, asking the directory only once for each thing. */
export class Standings {
  private readonly today: LocalDate;
  private readonly holders: Holders;

  constructor(private readonly reading: Reading) {
    this.today = londonDate(reading.now);
    this.holders = new Holders(reading, this.today);
  }

  of(row: OpenRow, children: Children): OpenDisputeKnown {
    const takenOn = row.taken_on === 1;
    const awaited = takenOn ? this.awaitedOrUnknown(row) : NOBODY_YET;
    const { what: _, ...known } = awaited;
    const dispute = this.shown(row, children, awaited);
    const { entered_by: enteredBy } = row;
    return { dispute, row, ...known, isChased: isChased(row.last_chased_at, dispute), enteredBy };
  }

  private shown(row: OpenRow, children: Children, awaited: WhatIsAwaited): OpenDispute {
    const { calendar, now } = this.reading;
    const { what, escalatedBy } = awaited;
    const takenOn = row.taken_on === 1;
    const due = dueAsOf(JSON.parse(row.answer) as DayGiven, now, calendar);
    const who =
      what === 'answer' && row.answers_alone !== null
        ? [this.holders.alone(row.answers_alone)]
        : this.awaitedOf(awaited, row, children);
    return {
      reference: row.reference,
      kind: row.kind,
      children,
      team: { id: row.team, name: row.team_name },
      service: row.service,
      addressedTeam: row.addressed_team === null ? null : this.holders.team(row.addressed_team),
      alsoAddressed: (JSON.parse(row.addressed_also) as string[]).map((team) => this.holders.team(team)),
      theme: row.theme,
      themeGroup: row.theme_group,
      raisedOn: row.raised_on,
      day: calendar.workingDaysBetween(row.raised_on, this.today),
      dayIsCertain: calendar.isCertain(row.raised_on, this.today),
      ladder: row.ladder,
      stage: row.current_stage,
      stageName: row.stage_name,
      stageBeganOn: row.stage_began_on ?? row.raised_on,
      heldBy: row.held_by === null ? null : this.holders.person(row.held_by),
      waitsFor: what,
      who,
      leftOut: what === 'answer' && nobodyMayRead(who, row),
      chasedBy: due.late ? this.holders.holdersOf(escalatedBy, row, children) : [],
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
  private awaitedOrUnknown(row: OpenRow): WhatIsAwaited {
    const { troubles } = this.reading;
    return workedOut(troubles, 'open disputes', row.reference, () => this.awaited(row), NOT_WORKED_OUT);
  }

  /** By the version of the rules under which its stage began. */
  private awaited(row: OpenRow): WhatIsAwaited {
    const { protocol } = this.reading.protocols.version(row.protocol_version!);
    const stage = stageOf(protocol, row.current_stage, row.ladder);
    const late = lateAnswerOf(row, protocol);
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
      late?.stage,
    );
    return { ...awaited, rules: { stage, protocol }, lateJudges: lateJudgesOf(row, late) };
  }

  /** Of several teams each whose answer is still to come. */
  private awaitedOf(
    { what, roles, stillToAnswer, rules }: WhatIsAwaited,
    row: OpenRow,
    children: Children,
  ): readonly PostAwaited[] {
    if (what !== 'answer') return this.holders.holdersOf(roles, row, children);
    const mustAll = rules?.stage.answeredBy === 'all';
    const all = stillToAnswer.flatMap(({ team, posts }) =>
      waitedForAmong(this.holders.holdersOf(posts, row, children, team), {
        isHeld: ({ person }) => person !== null,
        mustAll,
      }),
    );
    return all.filter(({ post }, index) => post === null || all.findIndex((other) => other.post === post) === index);
  }
}

/** A post that nobody holds is a vacancy, and another matter. */
const nobodyMayRead = (who: readonly PostAwaited[], row: Pick<OpenRow, 'held_by' | 'restricted_to'>): boolean => {
  if (row.restricted_to === null) return false;
  const readers = { heldBy: row.held_by, restrictedTo: JSON.parse(row.restricted_to) as string[] };
  const people = who.flatMap(({ person }) => person?.id ?? []);
  return people.length > 0 && !people.some((person) => mayRead(person, readers));
};

/** Judges of an earlier stage who have not spoken about the answer that came to it late; by the rules of the stage that runs. */
const lateJudgesOf = ({ standing }: OpenRow, late: LateAnswerKnown | null): PostKind[] =>
  late === null || standing !== 'awaiting-answer'
    ? []
    : judgesOf(late.stage).filter((judge) => !late.spoken.includes(judge));

interface LateAnswerKnown {
  readonly stage: Stage;
  readonly spoken: readonly PostKind[];
}

const lateAnswerOf = ({ late_answer, ladder }: OpenRow, protocol: Protocol): LateAnswerKnown | null => {
  if (late_answer === null) return null;
  const { stage, spoken } = JSON.parse(late_answer) as LateAnswer;
  return { stage: stageOf(protocol, stage, ladder), spoken };
};

/** A row of a register waits for nobody, and nothing is due from it, until somebody takes it on. */
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

const postsIn = (json: string): PostKind[] => JSON.parse(json) as PostKind[];
