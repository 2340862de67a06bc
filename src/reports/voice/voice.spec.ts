import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { dispute, protocolAdopted, readingAt, team } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, registerOf } from '../../../test/support/registers.js';
import type { ChildView, DisputeEvent, ImpactCode } from '../../disputes/events.js';
import { voice } from './voice.js';
import { voiceShown } from './voice-shown.js';
import { voiceText } from './voice.text.js';

const LATER = '2022-10-20T09:00:00.000Z';
const reading = async (...stories: readonly Story[]) =>
  readingAt(await readModelsOf(protocolAdopted(), team('through-care-3', 'Through Care 3'), ...stories), LATER);
const raisedOn = (day: string, reference: string, ...more: DisputeEvent[]): Story =>
  dispute(reference, ...Controls.disputeRaised({ reference, raisedOn: day, childView: null }), ...more);
const saidBy = (over: Partial<ChildView>): DisputeEvent => ({
  type: 'ChildViewRecorded',
  data: { view: null, told: null, advocateOffered: null, advocateOfferedOn: null, ...over },
});
const closedWith = (...impact: ImpactCode[]): DisputeEvent => ({
  type: 'DisputeResolved',
  data: {
    ...{ outcome: 'RES-FULL', impact, impactNote: null, stageReached: 1, actionsOutstanding: [], iroDissents: false },
  },
});

const stories = [
  raisedOn('2022-04-14', 'HEARD', saidBy({ view: 'I want to stay.', told: true }), closedWith('plan-moving')),
  raisedOn('2022-05-14', 'UNMOVED', saidBy({ view: 'Nobody asks me.' }), closedWith('no-change-yet')),
  raisedOn('2022-06-14', 'SILENT', closedWith('service-started')),
  raisedOn('2022-07-14', 'OFFERED', saidBy({ advocateOffered: true, told: false })),
  raisedOn('2022-07-15', 'VOID', saidBy({ view: 'No.' }), Controls.voided()),
];

describe('the child’s view and the advocate', () => {
  it('are counted of the disputes recorded in the service, with their shares of them', async () => {
    const { counted } = voice('2022/23', await reading(...stories));
    expect(counted).toMatchObject({
      recorded: { count: 4 },
      told: { count: 1, percent: 25, references: ['HEARD'] },
      viewRecorded: { count: 2, percent: 50, references: ['HEARD', 'UNMOVED'] },
      advocateOffered: { count: 1, percent: 25, references: ['OFFERED'] },
      nothing: { count: 1, percent: 25, references: ['SILENT'] },
    });
  });

  it('stand beside whether anything changed, of those closed with a view on record and of those without', async () => {
    const { counted } = voice('2022/23', await reading(...stories));
    expect(counted!.changedWithView).toEqual({ count: 1, percent: 50, of: 2, references: ['HEARD'] });
    expect(counted!.changedWithout).toEqual({ count: 1, percent: 100, of: 1, references: ['SILENT'] });
  });

  it('are counted by quarter too, and a quarter that has not begun is a word', async () => {
    const { quarters } = voice('2022/23', await reading(...stories));
    expect(quarters.map(({ figures, word }) => figures?.viewRecorded.count ?? word)).toEqual([2, 0, 0, 'not begun']);
  });

  it('are not collected of a register’s rows, and its year is no year of silence', async () => {
    const rows = registerOf('y21', {
      disputes: [{ answeredOn: '2021-04-20', outcome: 'RES-FULL', resolvedOn: '2021-05-01' }],
      covers: covering('2021/22', 'informal', 'formal'),
    });
    const report = voice('2021/22', await reading(...rows));
    expect(report.counted).toBeNull();
    expect(report.quarters.map(({ word }) => word)).toEqual(Array(4).fill('not collected'));
    expect(voiceText(report)).toContain('Nothing is known of this year');
  });

  it('stand in text and on the page with the same numbers', async () => {
    const report = voice('2022/23', await reading(...stories));
    expect(voiceText(report)).toMatch(/Child’s view on record +2 \(50%\) +2 \(67%\) +0 \(0%\)/);
    expect(voiceText(report)).toMatch(/Closed with the child’s view on record +1 \(50% of 2\)/);
    const { tables, pictures } = voiceShown(report, { said: (text) => text });
    expect(tables[0]!.lines[2]!.cells.map(({ text, more }) => [text, more])).toEqual([
      ['2', '50%'],
      ['2', '67%'],
      ['0', '0%'],
      ['0', undefined],
      ['not begun', undefined],
    ]);
    expect(pictures[0]!.title).toBe(
      'The child’s view is on record in 2 of 4 disputes, and an advocate was offered in 1',
    );
  });
});
