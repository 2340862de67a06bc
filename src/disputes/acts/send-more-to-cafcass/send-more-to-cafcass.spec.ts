import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { DisputeEvent } from '../../events.js';

const referred = [...Controls.disputeRaised(), Controls.referredToCafcass('2022-04-12')];
const asked: DisputeEvent = {
  type: 'CafcassReplied',
  data: { repliedOn: '2022-04-13', reply: 'asks-for-more', summary: null },
};
const send = (sentOn: string) => ({ type: 'send-more-to-cafcass' as const, sentOn });
const sent = (sentOn: string): DisputeEvent => ({ type: 'MoreSentToCafcass', data: { sentOn } });
const byTheIro = Controls.context(Controls.iro);

describe('Sending Cafcass what it asked for', () => {
  it('is recorded with its day, also after the end, and once for each day', () => {
    given(...referred, asked)
      .when(send('2022-04-14'), byTheIro)
      .then(sent('2022-04-14'));
    given(...referred, asked, Controls.resolved())
      .when(send('2022-04-13'), byTheIro)
      .then(sent('2022-04-13'));
    given(...referred, asked, sent('2022-04-13'))
      .when(send('2022-04-13'), byTheIro)
      .thenNothing();
  });

  it('follows that Cafcass asked, and comes neither before that nor tomorrow', () => {
    given(...referred)
      .when(send('2022-04-14'), byTheIro)
      .thenRefuses('nothing-asked-for');
    given(...referred, asked)
      .when(send('2022-04-12'), byTheIro)
      .thenRefuses('sent-before-asked');
    given(...referred, asked)
      .when(send('2022-04-15'), byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is asked for anew by the next reply that asks for more', () => {
    const again: DisputeEvent = { ...asked, data: { ...asked.data, repliedOn: '2022-04-14' } } as DisputeEvent;
    given(...referred, asked, sent('2022-04-14'), again)
      .when(send('2022-04-14'), byTheIro)
      .then(sent('2022-04-14'));
  });
});
