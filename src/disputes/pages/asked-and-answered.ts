import { isLocalDate } from '../../calendar/dates.js';
import { dateInWords, dayInWords } from '../../calendar/in-words.js';
import { agreementInWords, RESPONSE_IN_WORDS, VERDICT_IN_WORDS } from '../codes-in-words.js';
import type { AnswerShownDto, DisputeDto } from '../read/dispute.dto.js';

interface ActionShown {
  readonly what: string;
  readonly who: string | null;
  readonly by: string | null;
}

/** The record that a form shows above its fields, so that nobody answers, judges or sends up a dispute that they do not have before them. */
export interface AskedAndAnswered {
  /** Null for a reader who may not read what was written. */
  readonly raised: {
    readonly concern: string | null;
    readonly ifNothingChanges: string | null;
    readonly wanted: readonly (ActionShown & { readonly answered: string | null })[];
  } | null;
  readonly answers: readonly {
    readonly agreement: string;
    readonly by: string;
    readonly on: string;
    readonly reasons: string | null;
    readonly actions: readonly ActionShown[];
    readonly evidence: string | null;
  }[];
  /** The agreed actions, and how each stands. */
  readonly agreed: readonly (ActionShown & { readonly answered: string })[];
  /** The verdicts of the judges so far. */
  readonly verdicts: readonly { readonly post: string; readonly verdict: string; readonly reason: string | null }[];
}

/** The matter as it was raised, and the latest answers with why they were not enough: the next to answer needs them as much as the judge. */
export const askedAndAnswered = ({
  raisedWith,
  rounds,
  actions,
}: Pick<DisputeDto, 'raisedWith' | 'rounds' | 'actions'>): AskedAndAnswered => {
  // An answer that came late from the stage below is judged while the higher stage runs.
  const round = rounds.findLast(({ answers }) => answers.length > 0);
  const responses = (round?.answers ?? []).flatMap((answer) => answer.responses ?? []);
  return {
    raised:
      raisedWith === undefined || raisedWith === null
        ? null
        : {
            concern: raisedWith.concern ?? null,
            ifNothingChanges: raisedWith.impactIfNothingChanges ?? null,
            wanted: (raisedWith.actionsWanted ?? []).map((action, index) => ({
              ...actionShown(action),
              answered: answeredInWords(responses.findLast(({ wanted }) => wanted === index + 1)),
            })),
          },
    answers: (round?.answers ?? []).map((answer) => ({
      agreement: agreementInWords(answer),
      by: whoAnswered(answer),
      on: answer.saidOn ?? answer.answeredOn,
      reasons: answer.reasons ?? null,
      actions: (answer.actions ?? []).map(actionShown),
      evidence: answer.evidence ?? null,
    })),
    agreed: actions.map(({ actionId, what, who, by, doneOn }) => ({
      ...actionShown({ what: what ?? actionId, who, by }),
      answered: doneOn === null ? 'not yet done' : `done ${dayInWords(doneOn)}`,
    })),
    verdicts: (round?.verdicts ?? []).map(({ post, verdict, reason }) => ({
      ...{ post, reason: reason ?? null },
      verdict: VERDICT_IN_WORDS[verdict as 'not'],
    })),
  };
};

/** The person who gave it; of what a meeting decided, that it was written down by whoever took the notes. */
export const whoAnswered = ({ saidBy, answeredBy, inMeeting }: AnswerShownDto): string => {
  if (saidBy != null) return saidBy;
  const name = answeredBy.name ?? '';
  return inMeeting && name !== '' ? `written down by ${name}` : name;
};

const actionShown = ({ what, who, by }: { what: string; who?: string | null; by?: string | null }): ActionShown => ({
  what,
  who: who ?? null,
  by: by === null || by === undefined ? null : isLocalDate(by) ? dateInWords(by) : by,
});

const answeredInWords = (response: NonNullable<AnswerShownDto['responses']>[number] | undefined): string | null => {
  if (response === undefined) return null;
  const { response: said, reason } = response;
  return reason == null ? RESPONSE_IN_WORDS[said] : `${RESPONSE_IN_WORDS[said]}: ${reason}`;
};
