import { disputeAct, WORDS } from '../dispute-act.js';
import type { DisputeContext } from '../../context.js';
import { currentRound, type DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeAllowedToDecideExtension } from '../grant-extension/grant-extension.js';
import { mustBeOpen, mustSay } from '../../rules.js';

export interface RefuseExtension {
  type: 'refuse-extension';
  reason: string;
}

/**
 * The date in force stays.
 *
 * @throws Refusal `no-extension-asked`, `granting-not-yours`, `own-extension`, `already-late`
 */
export const refuseExtension = (act: RefuseExtension, state: DisputeState, context: DisputeContext): DisputeEvent[] => {
  const matter = mustBeOpen(state);
  mustSay(act.reason, 'why there is no more time');
  const { askedFor } = mustBeAllowedToDecideExtension(matter, currentRound(matter), context);
  return [{ type: 'ExtensionRefused', data: { askedFor, reason: act.reason } }];
};

export const refuseExtensionAct = disputeAct({
  type: 'refuse-extension',
  decide: refuseExtension,
  route: 'refuse-extension',
  sample: (): RefuseExtension => ({ type: 'refuse-extension', reason: WORDS }),
  events: {
    ExtensionRefused: {
      version: 1,
      sentence: ({ who, data, dated }) => `${who} refused more time${dated('until', data.askedFor)}.`,
    },
  },
});
