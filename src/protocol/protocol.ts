import type { LocalDate } from '../calendar/calendar.js';
import type { CouncilPost, OwnPostKind } from './own-posts.js';

/** The kinds of post that the program knows. A person acts from a post; who holds it changes, the rule does not. */
export const POST_KINDS = [
  'iro',
  'iro-manager',
  'conference-chair',
  'head-of-qa',
  'qa-service-manager',
  'social-worker',
  'assistant-team-manager',
  'team-manager',
  'service-manager',
  'head-of-service',
  'executive-head',
  'assistant-director',
  'agency-decision-maker',
  'director',
  'chief-executive',
  'business-support',
  'performance-analyst',
  'inspector',
  'information-governance',
  'administrator',
] as const;
export type BuiltInPost = (typeof POST_KINDS)[number];
/** The place of a program that reads the feed, and nothing else. It is no post: no person holds it, and no rule names it. */
export const DATA_FEED = 'data-feed';
/** A kind of post that a rule can name: of the program, or of the council's own (own-posts.ts); and the place of the feed. */
export type PostKind = BuiltInPost | OwnPostKind | typeof DATA_FEED;

/** Those who answer for the IRO service. */
export const SERVICE_POSTS = [
  'iro-manager',
  'head-of-qa',
  'qa-service-manager',
] as const satisfies readonly BuiltInPost[];
/** Leaders who see a case when it comes to them, and to whom it falls where nobody of the IRO service is in office. */
export const SENIOR_POSTS = ['assistant-director', 'agency-decision-maker', 'director', 'chief-executive'] as const;

/** The children that a protocol or a route is for. The Cafcass route exists for looked-after children only (Children Act 1989 s25B(3)). */
export const POPULATIONS = ['looked-after', 'child-protection', 'child-in-need', 'care-leaver'] as const;
export type Population = (typeof POPULATIONS)[number];

/** The time that a stage may take, and the unit of the number. `none` is legal and prints as "none set", never as 0. */
export type StageClock =
  | { readonly unit: 'working-days' | 'calendar-days' | 'hours'; readonly amount: number }
  /** The date of the next meeting: of the series that times the stage, or given by hand. */
  | { readonly unit: 'meeting' }
  | { readonly unit: 'none' };

/** The kind that a stage counts as, in figures and for the limit over all stages, lowest first. */
export const COUNTS_AS = ['informal', 'pre-formal', 'formal'] as const;
export type CountsAs = (typeof COUNTS_AS)[number];

/** The days from which the time of a stage can be counted, other than the day on which it begins. */
export const CLOCK_STARTS = ['raising', 'review', 'call'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/** The rules of a stage's clock besides its time. Each is left out where it says nothing. */
export interface StageTiming {
  /** Days are counted from this day, for what is raised at the stage or goes up to it. */
  readonly from?: ClockStart;
  /** The amount of the clock is a limit: the time itself is chosen on raising, and on going up to the stage. */
  readonly chosen?: true;
  /** Time, in the unit of the clock, that there is after a dispute was sent back down to the stage. */
  readonly afterSendBack?: number;
}

export interface Stage {
  /** 0 for the informal stage, then 1, 2, 3 up the ladder. */
  readonly number: number;
  /** Code of its ladder; left out in the main one (`ladderOf` in ladder.ts). */
  readonly ladder?: string;
  /** Left out where the informal stage counts as informal, and one of the ladder as formal: `countedAs` (ladder.ts) says which it is. */
  readonly countsAs?: CountsAs;
  readonly code: string;
  readonly name: string;
  /** The people who must answer: `any` one of these posts, or `all` of them. */
  readonly addressees: readonly PostKind[];
  readonly answeredBy: 'any' | 'all';
  readonly copyTo: readonly PostKind[];
  /** Told, and nothing more is asked of them. */
  readonly notifyOnly: readonly PostKind[];
  /** Posts that send this stage; not always the IRO. */
  readonly sentBy: readonly PostKind[];
  readonly clock: StageClock;
  /** The further rules of the clock; undefined if the file gives its time alone. */
  readonly timing?: StageTiming;
  /**
   * Day 0 of something raised on a Saturday, Sunday or holiday: that day itself unless told (domain brief, section 5.2).
   * Raised on a working day, that day is day 0 either way.
   */
  readonly dayZero?: 'day-of-raising' | 'next-working-day';
  /** Whether an earlier date than the clock's may be asked for ("maximum 5"). */
  readonly earlierDate: boolean;
  /** The effect of a redirection to another team on the clock. */
  readonly onRedirect: 'runs-on' | 'restarts';
  /** An answer may be needed, or the stage may only report upwards, or be a meeting's decision. */
  readonly needs: 'answer' | 'report-only' | 'meeting-decision';
  /** The stage is settled when each of these is satisfied with the answer. */
  readonly judges: readonly PostKind[];
  /** The dispute may go up when each of these is not satisfied; the same as the judges unless the protocol says otherwise. */
  readonly escalationJudges: readonly PostKind[];
  /** The post that sends it up. */
  readonly escalatedBy: readonly PostKind[];
  /** The program's act when no answer comes in time. Silence never closes a dispute. */
  readonly onSilence: 'ask-the-judge' | 'chase-then-ask' | 'escalate';
  /** Whether silence counts as an answer not accepted, so that it may go up without a judgement. */
  readonly silenceIsNotAccepted: boolean;
  readonly entry: StageEntry;
}

export interface StageEntry {
  /**
   * `start`: the usual first stage; `with-reason`: may be entered or skipped to with a reason (IRO Handbook 6.2);
   * `after-all-earlier`: a warning that the IRO may override with a reason, because the guidance lets the IRO bypass any stage.
   */
  readonly rule: 'start' | 'with-reason' | 'after-all-earlier';
  readonly by: readonly PostKind[];
}

/** Code of the ladder that `informal` and `stages` of a protocol are: that of each dispute for which there is no other. */
export const MAIN_LADDER = 'main';

/** The subject of a dispute: a child, or the practice of the child's own IRO. */
export const ABOUT = ['child', 'iro-practice'] as const;
export type About = (typeof ABOUT)[number];

/** A ladder beside the main one, with stages, judges and words of its own. */
export interface Ladder {
  readonly code: string;
  readonly name: string;
  /** The conditions for a dispute that goes up it: each of these that is there holds. The first ladder of the list that fits is taken. */
  readonly for: LadderFor;
  /** The words of this ladder that differ from those of the whole protocol. */
  readonly words?: LadderWords;
  /** Undefined where nothing begins informally on it. */
  readonly informal?: Stage;
  readonly stages: readonly Stage[];
}

export type LadderWords = Partial<Pick<Words, 'dispute' | 'disputes' | 'informal' | 'formal' | 'stage' | 'stages'>>;

/** How pressing a dispute is, as its council says: red, amber, green. The person who raises it chooses one, and may change it with a reason. */
export interface Level {
  readonly code: string;
  readonly name: string;
  /** Time for an answer in place of that of each stage which has days or hours; left out where the level changes none. */
  readonly clock?: Extract<StageClock, { readonly amount: number }>;
}

/** By what a ladder is chosen when a dispute is raised. */
export interface LadderFor {
  readonly populations?: readonly Population[];
  /** Posts from which it is raised. */
  readonly raisers?: readonly PostKind[];
  /** Primary themes, or groups of them. A secondary theme never counts. */
  readonly themes?: readonly string[];
  /** Codes of levels. A dispute whose level is changed goes on in the ladder of its new one. */
  readonly levels?: readonly string[];
  /** A child unless it says otherwise. */
  readonly about: About;
}

/** Acts before raising that a dispute has a record of: a call, an e-mail, the offer of an advocate, telling the child. */
export const ACTS_BEFORE_RAISING = ['call', 'email', 'advocate-offered', 'child-told'] as const;

export interface BeforeRaising {
  readonly act: (typeof ACTS_BEFORE_RAISING)[number];
  /** `expected` reminds a person who raises without it; `required` refuses. */
  readonly rule: 'expected' | 'required';
  /** The time before raising within which it must have been done; undefined if any day will do. */
  readonly within?: { readonly unit: 'working-days' | 'calendar-days'; readonly amount: number };
  /** A required step is left out where it is `urgent` and the reason is on record, or for nothing. */
  readonly unless: 'urgent' | 'none';
  /** The council's own words for the act, shown with the advice and the refusal; undefined where it has none. */
  readonly inWords?: string;
}

/** The words of a council, on screens and in reports. */
export interface Words {
  readonly dispute: string;
  readonly disputes: string;
  readonly informal: string;
  readonly formal: string;
  readonly acknowledgement: string;
  readonly acknowledgements: string;
  readonly stage: string;
  readonly stages: string;
  /** The council's name for a challenge meeting. */
  readonly meeting: string;
  readonly meetings: string;
  /** Letters with which a reference is shown, for example `QAA`. Ids and streams keep their own whatever it is (`readReference`). */
  readonly prefix: string;
}

/** One theme of the council's list. A year before `from` reads "not collected", not 0. */
export interface ThemeInUse {
  readonly code: string;
  readonly label: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** A council's rules as data: read from YAML, checked, and recorded in the log as a version in force from a date. */
export interface Protocol {
  /** Short and stable, for example `barnet-practice-alert`. */
  readonly id: string;
  readonly title: string;
  readonly source?: string;
  readonly words: Words;
  /** Posts of the council's own; undefined where it has none. */
  readonly posts?: readonly CouncilPost[];
  readonly raisers: readonly PostKind[];
  readonly populations: readonly Population[];
  readonly kinds: readonly ('concern' | 'good-practice')[];
  /** Concerns and good practice are kept on one form, so that their sum is a figure the council knows; undefined where they are not. */
  readonly oneForm?: true;
  /** Undefined where a protocol has no informal stage. */
  readonly informal?: Stage;
  /** The main ladder, lowest first; numbers run 1, 2, 3. */
  readonly stages: readonly Stage[];
  /** The others; left out where there is one ladder for every dispute. */
  readonly ladders?: readonly Ladder[];
  /** Left out where a dispute has no level. */
  readonly levels?: readonly Level[];
  /** Days within which the addressee acknowledges receipt; `none` unless the protocol asks for it. */
  readonly receiptClock: StageClock;
  readonly acknowledgement: { readonly givers: readonly PostKind[] };
  /** The steps before a dispute is raised, which are recorded with it. */
  readonly beforeRaising: readonly BeforeRaising[];
  /** From this stage on a challenge meeting looks at a dispute as well; undefined where only a meeting's own stages come to it. */
  readonly challengeFromStage?: number;
  readonly cafcass: { readonly populations: readonly Population[]; readonly by: readonly PostKind[] };
  /** Routes that may run beside a dispute. A complaint always may, so no protocol speaks of it. */
  readonly parallelRoutes: readonly 'other-agency'[];
  /** IRO Handbook 6.2: no more than 20 working days in total over the formal stages. */
  readonly totalCap: {
    readonly amount: number;
    readonly unit: 'working-days';
    readonly rule: 'warn' | 'block';
    readonly stages: 'formal' | 'all';
  } | null;
  readonly extensions: {
    readonly allowed: boolean;
    readonly grantedBy: readonly PostKind[];
    readonly maximumWorkingDays: number | null;
  };
  readonly pauses: { readonly allowed: boolean; readonly by: readonly PostKind[] };
  /**
   * The clock over the recommendations of a review: a person who must answer for them agrees or disagrees, and silence means agreed. Of
   * recommendations only; undefined where a council has no such clock.
   */
  readonly recommendations?: RecommendationsRule;
  /** The standards that an IRO checks before and between reviews; undefined where the council has no list of its own. */
  readonly reviewStandards?: readonly ReviewStandard[];
  /** The council's theme list; every code of the domain brief where the file says nothing. */
  readonly themes: readonly ThemeInUse[];
}

/** The posts that say whether they agree with the recommendations of a review, and by when. */
export interface RecommendationsRule {
  readonly answeredBy: readonly PostKind[];
  readonly clock: Extract<StageClock, { readonly amount: number }>;
}

/** One thing that should be so for every child. */
export interface ReviewStandard {
  readonly code: string;
  readonly text: string;
  /** Theme that a concern about it has. */
  readonly theme: string;
  /** Asked in the assessment of needs after 18, and there alone. */
  readonly after18?: true;
}

/** A protocol as adopted: in force from a date, until the next one. A stage keeps the version it began under. */
export interface ProtocolVersion {
  readonly version: number;
  readonly from: LocalDate;
  readonly protocol: Protocol;
}

/** All versions a council has adopted; pure, handed to deciders as context. */
export interface ProtocolBook {
  /** @throws Refusal `no-protocol-in-force` */
  inForceOn(date: LocalDate): ProtocolVersion;
  /** @throws Error for a version that was never adopted */
  version(version: number): ProtocolVersion;
}
