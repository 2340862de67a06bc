import type { Population } from '../protocol/protocol.js';
import type { Agreement, ImpactCode, ImportedDisputeFacts, Verdict, WantedResponse } from './events.js';

/** The change for the child, in words. */
export const IMPACT_IN_WORDS: Readonly<Record<ImpactCode, string>> = {
  'plan-moving': 'The plan is moving',
  'service-started': 'A service has started',
  'contact-restored': 'Family time is restored',
  'placement-changed-or-secured': 'A placement changed, or is secure',
  'legal-step-taken': 'A legal step was taken',
  'child-informed-or-heard': 'The child was told, or heard',
  'record-corrected': 'The record was corrected',
  'no-change-yet': 'No change yet',
  'not-known': 'Not known',
};

export const POPULATION_IN_WORDS: Readonly<Record<Population, string>> = {
  'looked-after': 'Looked after',
  'child-protection': 'On a child protection plan',
  'child-in-need': 'A child in need',
  'care-leaver': 'A care leaver',
};

export const AGREEMENT_IN_WORDS: Readonly<Record<Agreement, string>> = {
  agree: 'Agrees',
  partly: 'Partly agrees',
  disagree: 'Disagrees',
};

/** Where nobody said whether they agree: a meeting decided, or a register has the day of the answer alone. */
export const agreementInWords = ({
  agreement,
  inMeeting,
}: {
  readonly agreement: string | null;
  readonly inMeeting: boolean;
}): string => {
  if (agreement !== null) return AGREEMENT_IN_WORDS[agreement as Agreement];
  return inMeeting ? 'Decided in a meeting' : 'Answered';
};

export const RESPONSE_IN_WORDS: Readonly<Record<WantedResponse['response'], string>> = {
  accepted: 'Accepted',
  changed: 'Changed',
  declined: 'Declined',
};

export const VERDICT_IN_WORDS: Readonly<Record<Verdict, string>> = {
  satisfied: 'satisfied',
  partly: 'partly satisfied',
  not: 'not satisfied',
};

type OutcomeCode = NonNullable<ImportedDisputeFacts['outcome']>;

/** Complete by its type: a code that is added has no words until it is given some here. */
const OUTCOME: Readonly<Record<OutcomeCode, string>> = {
  'RES-FULL': 'resolved',
  'RES-ACT': 'resolved, with actions for afterwards',
  'RES-PART': 'partly resolved',
  UNRES: 'no agreement',
  WDRAWN: 'withdrawn',
  VOID: 'cancelled',
  'ENDED-CARE': 'the child has left care, turned 18 or died',
  'TO-CAF': 'Cafcass continues it',
};
export const outcomeInWords = (code: string): string => (OUTCOME as Readonly<Record<string, string>>)[code] ?? code;
/** As the choice is written on a page. */
export const outcomeAsChoice = (code: string): string => withACapital(outcomeInWords(code));

const withACapital = (words: string): string => words.replace(/^./, (first) => first.toUpperCase());

/** The ends of a dispute, as the register of disputes calls them. */
export type Ended = 'resolved' | 'stalemate' | 'ended-otherwise' | 'formalised' | 'withdrawn' | 'voided';

const ENDED_IN_WORDS: Readonly<Record<Ended, string>> = {
  resolved: 'resolved',
  stalemate: OUTCOME.UNRES,
  'ended-otherwise': 'ended otherwise',
  formalised: 'continued formally',
  withdrawn: OUTCOME.WDRAWN,
  voided: OUTCOME.VOID,
};
/** As a tag, a filter or a cell of a table has it. */
export const ENDED_AS_CHOICE = Object.fromEntries(
  Object.entries(ENDED_IN_WORDS).map(([ended, words]) => [ended, withACapital(words)]),
) as Readonly<Record<Ended, string>>;

/** A row of a register with a closing day and no outcome: figures count it apart, and never as resolved. */
const NOT_RECORDED = 'closed, outcome not recorded';

/** Of what ended without an outcome. The page of a dispute that is still in its register calls its ending `imported`. */
const ENDED_WITHOUT_OUTCOME: Readonly<Record<string, string>> = {
  ...ENDED_IN_WORDS,
  'ended-otherwise': NOT_RECORDED,
  imported: NOT_RECORDED,
};

/**
 * How a dispute ended, in the words in which figures count it.
 * @param status as the register of disputes, or the ending on its page, has it
 * @returns null where it has not ended
 */
export const endingInWords = (status: string, outcome: string | null): string | null =>
  outcome === null ? (ENDED_WITHOUT_OUTCOME[status] ?? null) : outcomeInWords(outcome);
