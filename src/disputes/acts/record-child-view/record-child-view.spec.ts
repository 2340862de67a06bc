import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { ChildView } from '../../events.js';

const said: ChildView = {
  view: '“I want to know where I will live.”',
  told: true,
  advocateOffered: true,
  advocateOfferedOn: Controls.today,
};
const nothing: ChildView = { view: null, told: null, advocateOffered: null, advocateOfferedOn: null };
const record = (view: ChildView) => ({ type: 'record-child-view' as const, ...view });
const byTheIro = Controls.context(Controls.iro);

describe('Recording the child’s view', () => {
  it('keeps the child’s words, whether they were told, and whether an advocate was offered', () => {
    given(...Controls.disputeRaised())
      .when(record(said), byTheIro)
      .then({ type: 'ChildViewRecorded', data: said });
    given(...Controls.disputeRaised())
      .when(record({ ...nothing, told: false }), byTheIro)
      .then({ type: 'ChildViewRecorded', data: { ...nothing, told: false } });
  });

  it('says something', () => {
    given(...Controls.disputeRaised())
      .when(record(nothing), byTheIro)
      .thenRefuses('child-view-empty');
  });

  it('dates an offer only where one was made, and not in the future', () => {
    given(...Controls.disputeRaised())
      .when(record({ ...said, advocateOffered: false }), byTheIro)
      .thenRefuses('advocate-date-alone');
    given(...Controls.disputeRaised())
      .when(record({ ...said, advocateOfferedOn: '2022-04-15' }), byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is kept by the IRO’s side', () => {
    given(...Controls.disputeRaised())
      .when(record(said), Controls.context(Controls.teamManager))
      .thenRefuses('asking-side-only');
  });
});
