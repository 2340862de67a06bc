import type { FinancialYear, Instant, LocalDate, Quarter } from '../../src/calendar/calendar.js';
import type { RequestToRead } from '../../src/disputes/dispute.js';
import type {
  Addressee,
  Agreement,
  AnswerGiven,
  CafcassReply,
  ImpactCode,
  LetRead,
  LinkOnRecord,
  ReceiptAcknowledged,
  RegisterFact,
  ResolutionOutcome,
  Standing,
  TabledForChallenge,
  Verdict,
} from '../../src/disputes/events.js';
import type { Referral } from '../../src/disputes/referrals.js';
import type { CountsAs, Population, PostKind } from '../../src/protocol/protocol.js';

/**
 * One row for each dispute, and for each conversation that led to none: the rows every list shows and every figure is counted from. A
 * dispute that became formal in its own record has one more for each of its two parts, which figures count in its place.
 * It holds ids; a team's, a person's and a service's name are joined when it is read, as they were on the day.
 */
export type DisputeRow = {
  readonly reference: string;
  /** 1 of a dispute as it began, and where it is all one; 2 of its formal part; 0 of the record of a dispute that has two parts. */
  readonly part: number;
  /** It is the record of a dispute, and no part of one. */
  readonly is_record: boolean;
  readonly own_reference: string | null;
  /** `conversation` is a first contact that stands alone; it is counted apart. */
  readonly kind: 'informal' | 'formal' | 'conversation';
  readonly status: DisputeStatus;
  readonly year: FinancialYear;
  readonly quarter: Quarter;
  /** The day that decides year and quarter; of a conversation, the day they spoke. */
  readonly raised_on: LocalDate;
  /** Counted under this team for ever, whoever answers. */
  readonly team: string;
  /** The one who raised it; counted under for ever. */
  readonly iro: string | null;
  readonly held_by: string | null;
  /** Person ids of those who alone may see it, besides the IRO who holds it; null where it is not restricted. */
  readonly restricted_to: readonly string[] | null;
  /** The person who answers alone in place of the posts asked, while it is restricted; null where they are on the list. */
  readonly answers_alone: string | null;
  /** The people who ask to read it and have no answer yet; and those who were let, each until a day. */
  readonly requests_to_read: readonly RequestToRead[];
  readonly let_read: readonly LetRead[];
  /** Voided because it is about another child: for the IRO service alone. */
  readonly of_wrong_child: boolean;
  /** It was written down for another child first. */
  readonly was_moved: boolean;
  /** The day of a child’s death; null once somebody lets it go on. */
  readonly frozen_on: LocalDate | null;
  /** The person who sent it, where another did so in the place of the IRO whose concern it is. */
  readonly entered_by: string | null;
  /** It has been frozen for a death once. */
  readonly was_set_aside: boolean;
  /** Primary theme; null for a conversation alone. */
  readonly theme: string | null;
  readonly theme_group: string | null;
  readonly secondary_themes: readonly string[];
  readonly children: readonly string[];
  readonly child_count: number;
  readonly population: Population | null;

  /** Code of the ladder that it goes up: `main` unless the protocol has another for it. */
  readonly ladder: string;
  /** Code of its level; null where the protocol has none. */
  readonly level: string | null;
  /** Person id of the IRO whose own practice it is about; null where it is about a child. */
  readonly practice_of: string | null;
  /** Highest stage reached on the ladder that it is on, 0 for informal. */
  readonly stage: number;
  /** The kind that it counts as: the highest that any of its stages does. Null for a conversation. */
  readonly counts_as: CountsAs | null;
  /** The day on which its first stage began that counts as formal; null before that, and of a register’s row. */
  readonly formal_on: LocalDate | null;
  readonly entered_stage: number;
  readonly current_stage: number;
  readonly stage_name: string | null;
  /** Under which the current stage began; null until an imported dispute is taken on. */
  readonly protocol_version: number | null;
  readonly stage_history: readonly StageStep[];
  readonly addressed_team: string | null;
  /** The other teams of siblings, who must answer too. */
  readonly addressed_also: readonly string[];
  readonly addressed_posts: readonly PostKind[];
  /** Every team and post it was ever addressed to: they go on seeing it. */
  readonly asked: readonly Addressee[];
  /** The people who were asked in each round, the first one first. */
  readonly asked_in_rounds: readonly Addressee[];
  /** Number of the round whose answer a judge last spoke about; null before the first. */
  readonly last_judged: number | null;
  /** The post whose answer offered each agreed action, by the action’s id: it stays theirs if the dispute goes up. A meeting’s is not in it. */
  readonly offered_by: Readonly<Record<string, Addressee>>;

  readonly round: number;
  /** The rounds that are of this part: 0 is what a register tells of. The last is null while none follows it in another. */
  readonly first_round: number;
  readonly last_round: number | null;
  /**
   * The standing in which the last event left it, as the event says; null once it has ended, and for an imported dispute that nobody has
   * taken on. How its dates stand is in the sheet of dates (`deadlines`).
   */
  readonly standing: Standing | null;
  /** The day since which it is with those who have it: of the event that last changed what it waits for or who holds it; null once it ended. */
  readonly waits_since: LocalDate | null;
  /** Posts that have answered in this round, of several teams each for which; and those that were and were not satisfied. */
  readonly answered_by: readonly (Pick<AnswerGiven, 'role' | 'forTeams'> & {
    /** Who gave it; left out where it was entered for somebody, or a meeting gave it. */
    readonly person?: string;
  })[];
  /** The receipts that were acknowledged in this round; if several teams are asked, each says for which of them. */
  readonly received_by: readonly Pick<ReceiptAcknowledged, 'forTeams'>[];
  readonly accepted_by: readonly PostKind[];
  readonly rejected_by: readonly PostKind[];
  /**
   * The whole answer to an earlier stage that came since the one it is at began, and the judges who have spoken about it: where they are
   * satisfied, the higher stage is recalled. Null where none waits for them.
   */
  readonly late_answer: LateAnswer | null;
  readonly first_due_on: LocalDate | null;
  readonly due_on: LocalDate | null;
  readonly due_at: Instant | null;
  /** The first day on which the clock stands still; null while it runs. */
  readonly paused_on: LocalDate | null;
  /** The last answer, of this round or of an imported row. */
  readonly answered_on: LocalDate | null;
  readonly agreement: Agreement | null;
  readonly extension_asked_for: LocalDate | null;
  /** The lower stage to which those who must answer ask that it goes; null where nobody asks, or it is decided. */
  readonly send_back_asked: number | null;
  readonly extensions: number;
  readonly chases: number;
  readonly last_chased_at: Instant | null;

  readonly iro_view: Verdict | null;
  readonly iro_dissents: boolean;
  readonly ended_on: LocalDate | null;
  readonly outcome: Outcome | null;
  readonly impact: readonly ImpactCode[];
  readonly actions_agreed: number;
  readonly actions_outstanding: number;
  readonly reopened: number;
  readonly cafcass_referrals: number;
  readonly cafcass_referred_on: LocalDate | null;
  readonly cafcass_reply: CafcassReply | null;
  /** Every referral that was sent, with the latest reply on each; the latest last. */
  readonly referrals: readonly Referral[];
  /** Cafcass has a referral of it, or continues it: its IRO is asked how that stands, also after the end. */
  readonly with_cafcass: boolean;
  /** The child has left care, and somebody decided on this day that it goes on all the same. */
  readonly continued_after_care_on: LocalDate | null;
  /** Other agencies it was taken to, under their own policies: counted apart from the ladder. */
  readonly agencies: readonly string[];
  /** The child’s view is on record, in whatever words. */
  readonly child_view: boolean;
  /** The latest word on whether the child was told, and was offered an advocate; null where nobody wrote it. */
  readonly child_told: boolean | null;
  readonly advocate_offered: boolean | null;
  /** Null where nobody wrote whether there was one. */
  readonly challenge_meeting: boolean | null;
  /** The meeting on whose agenda it stands, and its day; null once the meeting has dealt with it. */
  readonly tabled_for: string | null;
  readonly tabled_on: LocalDate | null;
  /** The meetings on whose agenda it stands, with who sits in each: they see it until the meeting has dealt with it. */
  readonly tabled: readonly Omit<TabledForChallenge, 'heldOn'>[];
  readonly spoke_first: boolean | null;
  readonly urgent: boolean;

  readonly re_raises: string | null;
  readonly formalises: string | null;
  readonly formalised_by: string | null;
  readonly links: readonly LinkOnRecord[];

  readonly imported: boolean;
  /** Somebody works on it here: always, but for an imported dispute that nobody has taken on. */
  readonly taken_on: boolean;
  readonly import_id: string | null;
  readonly source_file: string | null;
  readonly source_row: number | null;
  /** Facts that its register had no column for: a figure that needs one of them is not known of it. */
  readonly lacks: readonly RegisterFact[];
  /** The reason why it was corrected after it had been read in, once for each time. */
  readonly corrected_because: readonly string[];
  readonly team_manager: string | null;
  readonly concern: string | null;
  readonly outcome_words: string | null;
  readonly impact_words: string | null;
  readonly revision: number;
};

export interface LateAnswer {
  readonly stage: number;
  readonly spoken: readonly PostKind[];
}

export type DisputeStatus =
  | 'recorded'
  | 'open'
  | 'resolved'
  | 'stalemate'
  | 'ended-otherwise'
  | 'formalised'
  | 'withdrawn'
  | 'voided';

export type Outcome = ResolutionOutcome | 'UNRES' | 'WDRAWN' | 'VOID' | 'ENDED-CARE' | 'TO-CAF';

export interface StageStep {
  /** Code of the ladder of which the stage is one. */
  readonly ladder: string;
  readonly stage: number;
  readonly name: string;
  readonly beganOn: LocalDate;
  readonly because:
    | 'raised'
    | 'not-satisfied'
    | 'no-answer'
    | 'taken-up'
    | 'bypassed'
    | 'sent-back'
    | 'level-changed'
    | 'taken-on';
}

/** Rows of disputes that are open, of which an agreed action is not done, or that Cafcass has; few are, and they have an index of their own. */
export const IS_WORKED_ON = `(status = 'open' OR actions_outstanding > 0 OR with_cafcass = 1)`;

/** Rows of disputes that were once set aside because a child of theirs had died. */
export const WAS_SET_ASIDE = `(was_set_aside = 1)`;

/** Rows of disputes that were referred to Cafcass. */
export const WAS_REFERRED = `(referrals <> '[]')`;

/** Rows of disputes that name another one, or a complaint. */
export const HAS_LINKS = `(links <> '[]')`;

/** Rows of disputes that somebody asks to read. */
export const IS_ASKED_FOR = `(requests_to_read <> '[]')`;

/** Rows of disputes that ended because a child's care did. */
export const ENDED_WITH_CARE = `(outcome = 'ENDED-CARE')`;
