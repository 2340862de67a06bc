import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const filing = { type: 'note-filing' as const, child: '1568440', where: 'Child’s file', filedOn: Controls.today };

describe('Noting that a copy was filed on the child’s record', () => {
  it('says where and when, also after the end', () => {
    given(...Controls.disputeRaised(), Controls.resolved())
      .when(filing, Controls.context(Controls.businessSupport))
      .then({
        type: 'FiledOnChildRecord',
        data: { child: '1568440', where: 'Child’s file', filedOn: Controls.today },
      });
  });

  it('is only for a child it is about, on a day that has come', () => {
    given(...Controls.disputeRaised())
      .when({ ...filing, child: '9999999' }, Controls.context(Controls.iro))
      .thenRefuses('another-child');
    given(...Controls.disputeRaised())
      .when({ ...filing, filedOn: '2022-04-15' }, Controls.context(Controls.iro))
      .thenRefuses('date-in-future');
  });
});
