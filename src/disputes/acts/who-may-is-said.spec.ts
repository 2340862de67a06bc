import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { given } from '../../../test/support/given.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { Refusal } from '../../platform/decider.js';
import type { Protocol } from '../../protocol/protocol.js';
import { disputeDecider } from '../decide.js';
import type { DisputeEvent } from '../events.js';
import type { DisputeAct } from './all-acts.js';

/*
 * A person who is refused because the act is for others reads who they are, as the council's protocol names them.
 */

const raised = Controls.disputeRaised();
const answered = [...raised, Controls.answerGiven()];
const asked: DisputeEvent = {
  type: 'ExtensionAsked',
  data: { askedFor: '2022-05-04', reason: 'The panel meets then.', adviceGiven: [] },
};
const stages = Controls.protocol().stages.map((each) => ({
  ...each,
  judges: ['head-of-qa' as const],
  escalatedBy: ['qa-service-manager' as const],
  entry: { ...each.entry, by: ['head-of-qa' as const] },
}));
const byOthers = Controls.protocol({ stages });
const paused = Controls.protocol({ pauses: { allowed: true, by: ['iro-manager'] } });
const reason = 'A reason.';

interface Case {
  readonly act: DisputeAct;
  readonly by: Actor;
  readonly says: string;
  readonly after?: DisputeEvent[];
  readonly protocol?: Protocol;
}
const CASES: readonly Case[] = [
  {
    act: Controls.raiseFormal(),
    by: Controls.teamManager,
    after: [],
    says: 'raised by the IRO, the conference chair or an IRO manager.',
  },
  {
    act: Controls.raiseFormal({ stage: 2, stageReason: reason }),
    by: Controls.iroManager,
    after: [],
    says: 'the IRO may begin',
  },
  {
    act: {
      type: 'answer',
      agreement: 'agree',
      reasons: reason,
      actions: [],
      evidence: null,
      answeredFor: null,
    } as never,
    by: Controls.iro,
    says: 'addressed to the team manager.',
  },
  {
    act: { type: 'judge', verdict: 'satisfied', reason },
    by: Controls.iroManager,
    after: answered,
    protocol: byOthers,
    says: 'judged by the head of quality assurance or the IRO.',
  },
  {
    act: { type: 'escalate', toStage: null, reason, meetingOn: null },
    by: Controls.teamManager,
    protocol: byOthers,
    says: 'sent up by the IRO or a quality assurance service manager.',
  },
  {
    act: { type: 'ask-for-extension', askedFor: '2022-05-04', reason },
    by: Controls.iro,
    says: 'for the team manager to ask for',
  },
  {
    act: { type: 'grant-extension', reason },
    by: Controls.teamManager,
    after: [...raised, asked],
    says: 'the IRO or an IRO manager to decide on',
  },
  {
    act: { type: 'pause-clock', firstDay: null, lastDay: null, reason },
    by: Controls.iro,
    protocol: paused,
    says: 'for an IRO manager to pause',
  },
  {
    act: { type: 'ask-to-send-back', toStage: null, reason },
    by: Controls.iro,
    says: 'for the team manager to ask for',
  },
  {
    act: { type: 'redirect', toTeam: 'north', reason } as never,
    by: Controls.headOfQa,
    says: 'redirected by the team manager, the IRO or an IRO manager.',
  },
  {
    act: { type: 'hand-over', toIro: 'iro-lane', reason } as never,
    by: Controls.teamManager,
    says: 'handed over by the IRO, an IRO manager, the head of quality assurance or a quality assurance service manager.',
  },
  {
    act: { type: 'formalise', formal: 'DRP-2222-2222', reason },
    by: Controls.teamManager,
    after: Controls.informalRaised(),
    says: 'can continue this formally.',
  },
  { act: { type: 'continue-after-care', reason }, by: Controls.teamManager, says: 'continued after care by the IRO' },
  {
    act: { type: 'reopen', reason },
    by: Controls.teamManager,
    after: [...raised, Controls.resolved()],
    says: 'reopened by the IRO',
  },
  { act: { type: 'acknowledge-receipt', note: null } as never, by: Controls.iro, says: 'for the team manager to say' },
];

describe('A refusal names the posts that may do the act', () => {
  it.each(CASES)('$act.type: $says', ({ act, by, says, after = raised, protocol }) => {
    const { state } = given(...after);
    expect(refusalOf(() => disputeDecider.decide(act, state, Controls.context(by, { protocol })))).toContain(says);
  });
});

const refusalOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not-yours') return error.message;
    throw error;
  }
  return 'It was done.';
};
