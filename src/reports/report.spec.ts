import { describe, expect, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import type { ReportAct } from './report.js';
import { reportDecider, reportStream } from './report.js';

const given = specify(reportDecider);

const note: ReportAct = {
  type: 'note-figure',
  year: '2020/21',
  measure: 'all',
  note: ' Records were lost. ',
  comparable: false,
};
const noted = {
  type: 'FigureNoted',
  data: { year: '2020/21', measure: 'all', note: 'Records were lost.', comparable: false },
} as const;
const total: ReportAct = {
  type: 'enter-published-total',
  year: '2020/21',
  measure: 'disputes',
  value: 66,
  source: 'Annual report 2020/21, page 12',
};
const entered = {
  type: 'PublishedTotalEntered',
  data: { year: '2020/21', measure: 'disputes', value: 66, source: 'Annual report 2020/21, page 12' },
} as const;

describe('the notes of people on a year’s figures', () => {
  it('has one stream a year', () => expect(reportStream('2020/21')).toBe('report-2020-21'));

  it('is a note', () => given().when(note, null).then(noted));
  it('is a published total', () => given().when(total, null).then(entered));
  it('is nothing new when it has been said', () => given(noted, entered).when(total, null).thenNothing());
  it('is mended by saying it anew', () =>
    given(entered)
      .when({ ...total, value: 67 }, null)
      .then({ ...entered, data: { ...entered.data, value: 67 } }));

  it.each<[string, ReportAct]>([
    ['not-a-financial-year', { ...note, year: '2020' }],
    ['unknown-measure', { ...note, measure: 'happiness' }],
    ['note-missing', { ...note, note: '  ' }],
    ['unknown-measure', { ...total, measure: 'all' }],
    ['not-a-total', { ...total, value: -1 }],
    ['not-a-total', { ...total, value: 1.5 }],
    ['source-missing', { ...total, source: '' }],
  ])('is refused as %s', (code, act) => given().when(act, null).thenRefuses(code));
});
