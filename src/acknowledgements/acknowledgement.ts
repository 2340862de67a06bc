import { assertNever, type Decider } from '../platform/decider.js';
import type { AcknowledgementContext } from './context.js';
import { type AcknowledgementState, evolve, notGiven } from './state.js';
import type { AcknowledgementAct } from './acts.js';
import { correctImported } from './correct-imported/correct-imported.js';
import { correct } from './correct/correct.js';
import type { AcknowledgementEvent } from './events.js';
import { give } from './give/give.js';
import { handOver } from './hand-over/hand-over.js';
import { importRow } from './import-row/import-row.js';
import { moveToChild } from './move-to-child/move-to-child.js';
import { takeThanksBack } from './take-thanks-back/take-thanks-back.js';
import { thank } from './thank/thank.js';
import { withdrawImported } from './withdraw-imported/withdraw-imported.js';
import { withdraw } from './withdraw/withdraw.js';

/** The events that follow from an act, by the rules in the folder of its name. */
const decide = (
  act: AcknowledgementAct,
  state: AcknowledgementState,
  context: AcknowledgementContext,
): AcknowledgementEvent[] => {
  switch (act.type) {
    case 'give':
      return give(act, state, context);
    case 'thank':
      return thank(act, state);
    case 'take-thanks-back':
      return takeThanksBack(act, state, context);
    case 'correct':
      return correct(act, state, context);
    case 'withdraw':
      return withdraw(act, state, context);
    case 'move-to-child':
      return moveToChild(act, state);
    case 'hand-over':
      return handOver(act, state);
    case 'import-row':
      return importRow(act, state);
    case 'correct-imported':
      return correctImported(act, state);
    case 'withdraw-imported':
      return withdrawImported(act, state);
    default:
      return assertNever(act);
  }
};

export type { AcknowledgementState } from './state.js';

export const acknowledgementDecider: Decider<
  AcknowledgementState,
  AcknowledgementAct,
  AcknowledgementEvent,
  AcknowledgementContext
> = { initial: notGiven, evolve, decide };
