import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

const set = (meetingOn: string) => ({ type: 'set-meeting-date' as const, meetingOn });
const protocol = Controls.protocolWithStage({ clock: { unit: 'meeting' }, needs: 'meeting-decision' });
const byTheIro = Controls.context(Controls.iro, { protocol });
const rule = 'the date of the meeting, stage 1';
const undated = [
  Controls.formalDisputeRaised(),
  Controls.deadlineSet({ needs: 'meeting-decision', dueOn: null, rule: 'not yet set' }),
];

describe('Setting the date of the meeting that times a stage', () => {
  it('gives the stage its first date', () => {
    given(...undated)
      .when(set('2022-05-03'), byTheIro)
      .then(Controls.deadlineSet({ needs: 'meeting-decision', why: 'meeting-date-set', dueOn: '2022-05-03', rule }));
  });

  it('put off, keeps the first date beside the new one', () => {
    given(
      ...undated,
      Controls.deadlineSet({ needs: 'meeting-decision', why: 'meeting-date-set', dueOn: '2022-05-03', rule }),
    )
      .when(set('2022-06-07'), byTheIro)
      .then(
        Controls.deadlineSet({
          needs: 'meeting-decision',
          why: 'meeting-date-set',
          firstDueOn: '2022-05-03',
          dueOn: '2022-06-07',
          rule,
        }),
      );
  });

  it('cannot be in the past', () => {
    given(...undated)
      .when(set('2022-04-13'), byTheIro)
      .thenRefuses('date-passed');
  });

  it('does not undo that a meeting passed without a decision', () => {
    given(
      ...undated,
      Controls.deadlineSet({ needs: 'meeting-decision', why: 'meeting-date-set', dueOn: '2022-04-20', rule }),
    )
      .when(set('2022-05-03'), Controls.context(Controls.iro, { protocol, now: Controls.afterDue }))
      .thenRefuses('already-late');
  });

  it('is only for stages that a meeting times', () => {
    given(...Controls.disputeRaised())
      .when(set('2022-05-03'), Controls.context(Controls.iro))
      .thenRefuses('not-timed-by-meeting');
  });

  it('is not for those who must answer', () => {
    given(...undated)
      .when(set('2022-05-03'), Controls.context(Controls.teamManager, { protocol }))
      .thenRefuses('asking-side-only');
  });

  it('may be today', () => {
    given(...undated)
      .when(set(Controls.today), byTheIro)
      .then(Controls.deadlineSet({ needs: 'meeting-decision', why: 'meeting-date-set', dueOn: Controls.today, rule }));
  });
});
