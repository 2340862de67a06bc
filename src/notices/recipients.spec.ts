import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { given } from '../../test/support/given.js';
import type { Directory } from '../directory/directory.js';
import { addressedTo } from './recipients.js';
import { disputeDecider } from '../disputes/decide.js';
import { toldOfDispute } from './who-is-told.js';

const TODAY = Controls.today;

describe('Siblings with several IROs', () => {
  it('are raised with the other IROs told, besides the one who holds it', () => {
    const subject = { ...Controls.subject, children: ['C1', 'C2'], iro: 'iro-rowe' };
    const event = Controls.formalDisputeRaised({ subject });
    const { state } = given(event, Controls.deadlineSet());
    const wanted = toldOfDispute(event, {
      ...{ state, before: disputeDecider.initial, protocols: Controls.book(Controls.protocol()), act: [event.type] },
      ...{ actor: 'manager-lane', began: '2000-01-01T00:00:00.000Z' },
    });
    const iroOf: Readonly<Record<string, string>> = { C1: 'iro-rowe', C2: 'iro-second' };
    const directory = {
      postsFor: () => [],
      child: (child: string) => ({ iro: iroOf[child] }),
      postsHeldBy: () => [{ postId: 'iro', kind: 'iro', title: 'IRO', team: null, service: null }],
      coverFor: () => undefined,
    } as unknown as Directory;
    const addressed = addressedTo(wanted, 'manager-lane', directory, TODAY);
    expect(addressed.map(({ kind, person }) => `${kind} to ${person}`)).toEqual([
      'raised-in-your-name to iro-rowe',
      'copied-to-you to iro-second',
    ]);
  });
});
