import { describe, expect, it } from '@jest/globals';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import type { ImportedDisputeFacts } from '../../disputes/events.js';
import { protocolAdopted } from '../../../test/support/leaders.js';
import { Controls } from '../../../test/support/controls.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, many, registerOf } from '../../../test/support/registers.js';
import type { ReportEvent } from '../events.js';
import { type AnnualReport, annualReport, type ReportedMeasure } from './annual-report.js';
import { annualReportText } from './annual.text.js';

/** Of a council that keeps concerns and good practice on one form. */
const ONE_FORM = Controls.protocol({ oneForm: true });

const today = '2023-05-02T12:00:00.000Z';

/** So many of a kind in a year, so many of them about drift and delay, so many raised in the first half. */
const raised = (
  kind: 'informal' | 'formal',
  year: number,
  total: number,
  driftAndDelay: number,
  firstHalf: number,
): Partial<ImportedDisputeFacts>[] =>
  many(total, (index) => ({
    kind,
    children: [`${kind}-${index % 40}`],
    theme: index < driftAndDelay ? 'DD-PERM' : 'EDUC',
    raisedOn: index % 111 < firstHalf ? `${year}-06-01` : `${year + 1}-01-10`,
    stageReached: kind === 'informal' ? 0 : 1,
  }));

/** Published totals of domain brief W; the rows around them are made up. */
const worcestershire = (): Story[] => [
  ...registerOf('y21', {
    disputes: [...raised('informal', 2021, 103, 66, 53), ...raised('formal', 2021, 55, 41, 27)],
    covers: covering('2021/22', 'informal', 'formal'),
  }),
  ...registerOf('y22', {
    disputes: [...raised('informal', 2022, 111, 77, 74), ...raised('formal', 2022, 87, 70, 60)],
    acknowledgements: many(58, () => ({})),
    covers: covering('2022/23', 'informal', 'formal', 'acknowledgement'),
  }),
];

/** The words of people about a year: notes, and totals typed in from a printed report. */
const said = (year: string, ...words: ((year: string) => ReportEvent)[]): Story => ({
  stream: `report-${year.replace('/', '-')}`,
  events: words.map((each) => each(year)),
});
const total =
  (measure: string, value: number) =>
  (year: string): ReportEvent => ({
    type: 'PublishedTotalEntered',
    data: { year, measure, value, source: `annual report ${year}` },
  });
const note =
  (measure: string, text: string) =>
  (year: string): ReportEvent => ({ type: 'FigureNoted', data: { year, measure, note: text, comparable: false } });

const line = (report: AnnualReport, code: string): ReportedMeasure =>
  report.measures.find((measure) => measure.code === code)!;
const figures = (report: AnnualReport, code: string) => {
  const { value, previous, change, changePercent } = line(report, code);
  return { value, previous, change, changePercent };
};

describe('Worcestershire 2022/23, from rows', () => {
  const report = async () => annualReport('2022/23', await readModelsOf(...worcestershire()), today);

  it.each([
    ['informal', 111, 103, 8, 7.8],
    ['formal', 87, 55, 32, 58.2],
    ['disputes', 198, 158, 40, 25.3],
    ['informal.driftAndDelay', 77, 66, 11, 16.7],
    ['formal.driftAndDelay', 70, 41, 29, 70.7],
    ['disputes.driftAndDelay', 147, 107, 40, 37.4],
    ['informal.firstHalf', 74, 53, 21, 39.6],
  ])('counts %s', async (code, value, previous, change, changePercent) => {
    expect(figures(await report(), code)).toEqual({ value, previous, change, changePercent });
    expect(line(await report(), code).note).toBeNull();
  });

  it.each([
    ['informal.driftAndDelayPercent', 69, 64, 5.3],
    ['formal.driftAndDelayPercent', 80, 75, 5.9],
    ['disputes.driftAndDelayPercent', 74, 68, 6.5],
    ['informal.firstHalfPercent', 67, 51, 15.2],
  ])('gives %s in whole per cent, and its change in points', async (code, value, previous, change) => {
    expect(line(await report(), code)).toMatchObject({
      value,
      previous,
      change,
      changeUnit: 'points',
      changePercent: null,
    });
  });

  it('sets acknowledgements beside disputes', async () => {
    expect(line(await report(), 'acknowledgementsPer100Disputes').value).toBe(29.3);
    expect(line(await report(), 'informalToFormal').value).toBe(1.28);
  });

  it('compares with nothing where nobody kept a register', async () => {
    expect(line(await report(), 'acknowledgements')).toMatchObject({
      value: 58,
      previous: null,
      change: null,
      changePercent: null,
      note: '2021/22: no register',
    });
  });

  it('counts children once, however many disputes are about them', async () => {
    expect(line(await report(), 'disputes.children').value).toBe(80);
  });

  it('says what the records cannot tell', async () => {
    for (const code of ['midwayAudits', 'disputes.cafcassReferrals', 'acknowledgements.byIros', 'conversations']) {
      expect(line(await report(), code)).toMatchObject({ value: null, note: expect.stringContaining('not collected') });
    }
  });

  it('does not guess which stage a register’s one answer belongs to', async () => {
    const stories = registerOf('high', {
      disputes: [{ raisedOn: '2022-05-01', dueOn: '2022-05-16', answeredOn: '2022-06-01', stageReached: 2 }],
      covers: covering('2022/23', 'informal', 'formal'),
    });
    const ofOne = annualReport('2022/23', await readModelsOf(...stories), today);
    expect(line(ofOne, 'formal.answersDue').value).toBe(1);
    expect(line(ofOne, 'formal.answeredInTimePercent').value).toBe(0);
    expect(line(ofOne, 'formal.stage2.answersDue')).toMatchObject({ value: null, missing: 'not collected' });
    expect(line(ofOne, 'formal.stage1.answersDue').value).toBe(0);
  });

  it('gives every figure a definition, and each code once', async () => {
    const { measures } = await report();
    expect(measures.every(({ definition }) => definition.length > 20)).toBe(true);
    expect(new Set(measures.map(({ code }) => code)).size).toBe(measures.length);
  });

  it('prints for people', async () => {
    const ours = {
      ...PLAIN_WORDS,
      dispute: 'alert',
      disputes: 'alerts',
      informal: 'early alert',
      formal: 'full alert',
    };
    const withoutCodes = annualReportText(await report(), ours).replace(/\([\w.]+\)/g, '');
    expect(withoutCodes.match(/.*\bdisputes?\b.*/gi) ?? []).toEqual([]);
    const text = annualReportText(await report(), {
      ...PLAIN_WORDS,
      acknowledgement: 'practice acknowledgement',
      acknowledgements: 'practice acknowledgements',
    });
    expect(text).toMatch(/^Informal disputes +111 +103 +\+8 \(\+7\.8%\)$/m);
    expect(text).toMatch(/^Formal disputes +87 +55 +\+32 \(\+58\.2%\)$/m);
    expect(text).toMatch(/^Informal disputes: drift and delay, share +69% +64% +\+5\.3 points$/m);
    expect(text).toMatch(/^Practice acknowledgements +58 +no register +\[\d+\]$/m);
    expect(text).toMatch(/^Mid-way audits +not collected +not collected +\[\d+\]$/m);
  });
});

describe('Worcestershire 2024/25, from published totals', () => {
  const stories = [
    ...worcestershire(),
    said(
      '2024/25',
      total('informal', 25),
      total('formal', 43),
      total('acknowledgements', 76),
      total('midwayAudits', 58),
      note('acknowledgements', 'IROs only; 2022/23 counts conference chairs too'),
    ),
    said('2022/23', total('midwayAudits', 86)),
  ];

  it('never skips the year that is missing', async () => {
    const report = annualReport('2024/25', await readModelsOf(...stories), today);
    expect(report.previousYear).toBe('2023/24');
    expect(line(report, 'informal')).toMatchObject({
      value: 25,
      previous: null,
      change: null,
      note: 'Informal disputes: published total (annual report 2024/25); 2023/24: no register',
    });
    expect(figures(report, 'disputes')).toEqual({ value: 68, previous: null, change: null, changePercent: null });
    expect(line(report, 'informalToFormal').value).toBe(0.58);
    expect(line(report, 'acknowledgementsPer100Disputes').value).toBe(111.8);
  });

  it('compares over two years when asked to, and says so', async () => {
    const report = annualReport('2024/25', await readModelsOf(...stories), today, '2022/23');
    expect(figures(report, 'informal')).toEqual({ value: 25, previous: 111, change: -86, changePercent: -77.5 });
    expect(figures(report, 'formal')).toEqual({ value: 43, previous: 87, change: -44, changePercent: -50.6 });
    expect(line(report, 'formal').note).toContain('compared with 2022/23, not with the year before');
    expect(line(report, 'midwayAudits')).toMatchObject({ value: 58, previous: 86, change: -28 });
  });

  it('draws no arrow between figures that are not like with like', async () => {
    const report = annualReport('2024/25', await readModelsOf(...stories), today, '2022/23');
    expect(line(report, 'acknowledgements')).toMatchObject({
      value: 76,
      previous: 58,
      change: null,
      changePercent: null,
    });
    expect(line(report, 'acknowledgements').note).toContain('IROs only');
  });
});

describe('Leicestershire 2020/21, whose records were lost in a change of system', () => {
  const stories = [
    said('2019/20', total('disputes', 89), total('acknowledgements', 41)),
    said(
      '2020/21',
      total('disputes', 66),
      total('acknowledgements', 27),
      note('all', 'records were lost in the change of system'),
    ),
  ];

  it('prints both years, the note, and no change', async () => {
    const report = annualReport('2020/21', await readModelsOf(...stories, protocolAdopted(ONE_FORM)), today);
    for (const [code, value, previous] of [
      ['alerts', 93, 130],
      ['disputes', 66, 89],
      ['acknowledgements', 27, 41],
      ['alerts.concern', 66, 89],
      ['alerts.goodPractice', 27, 41],
      ['alerts.goodPracticePercent', 29, 32],
    ] as const) {
      expect(figures(report, code)).toEqual({ value, previous, change: null, changePercent: null });
      expect(line(report, code).note).toContain('records were lost in the change of system');
    }
    expect(line(report, 'formal')).toMatchObject({ value: null, note: expect.stringContaining('no register') });
  });

  it('does not compare the year after with the year that lost records either', async () => {
    const later = [...stories, said('2021/22', total('disputes', 80))];
    const report = annualReport('2021/22', await readModelsOf(...later), today);
    expect(line(report, 'disputes')).toMatchObject({ value: 80, previous: 66, change: null });
    expect(line(report, 'disputes').note).toContain('2020/21: records were lost');
  });
});

describe('the warnings before a comparison', () => {
  it('never compares a part of a year with a whole one', async () => {
    const [first, ...rest] = Controls.disputeRaised();
    const stories = [...worcestershire(), { stream: 'dispute-DRP-7K4M-2QXH', events: [first!, ...rest] }];
    // Live use began on 14 April 2022, and today is in the autumn of 2023.
    const report = annualReport('2023/24', await readModelsOf(...stories), '2023-10-02T12:00:00.000Z');
    expect(line(report, 'formal')).toMatchObject({ value: 0, previous: 61, change: -61 });
    expect(line(report, 'formal').note).toBe(
      'so far, to 2023-10-02; 2022/23: the same days, from 2022-04-01 to 2022-10-02',
    );
  });

  it('says that an import was cut short wherever its rows are counted', async () => {
    const stories = registerOf('cut', {
      disputes: raised('informal', 2022, 12, 6, 6),
      covers: covering('2022/23', 'informal', 'formal'),
      finished: false,
      rows: 30,
    });
    const report = annualReport('2022/23', await readModelsOf(...stories), today);
    expect(line(report, 'informal')).toMatchObject({ value: 12, note: expect.stringContaining('12 of 30 rows') });
    expect(line(report, 'disputes').note).toContain('run it again to finish it');
  });

  it('mentions another number that was published, and prints its own', async () => {
    const stories = [...worcestershire(), said('2022/23', total('informal', 112))];
    const report = annualReport('2022/23', await readModelsOf(...stories), today);
    expect(line(report, 'informal')).toMatchObject({
      value: 111,
      change: 8,
      note: 'Informal disputes: published as 112 (annual report 2022/23)',
    });
  });

  it('counts withdrawn disputes, shows them, and leaves voided ones out', async () => {
    const stories: Story[] = [
      { stream: 'dispute-A', events: [...Controls.disputeRaised({ reference: 'A' }), Controls.withdrawn()] },
      { stream: 'dispute-B', events: [...Controls.disputeRaised({ reference: 'B' }), Controls.voided()] },
      { stream: 'dispute-C', events: [...Controls.informalRaised({ reference: 'C' })] },
      { stream: 'dispute-D', events: [Controls.concernDiscussed()] },
    ];
    const report = annualReport('2022/23', await readModelsOf(...stories), '2023-03-31T12:00:00.000Z');
    expect(line(report, 'formal').value).toBe(1);
    expect(line(report, 'formal.withdrawn').value).toBe(1);
    expect(line(report, 'disputes.voided').value).toBe(1);
    expect(line(report, 'informal').value).toBe(1);
    expect(line(report, 'conversations').value).toBe(1);
    expect(line(report, 'disputes.cafcassReferrals').value).toBe(0);
  });

  it('counts silence as late once its day has passed, and not before', async () => {
    const stories = [{ stream: 'dispute-A', events: Controls.disputeRaised({ reference: 'A' }) }];
    const models = await readModelsOf(...stories);
    expect(line(annualReport('2022/23', models, '2022-04-25T22:59:59.999Z'), 'formal.answersDue').value).toBe(0);
    const after = annualReport('2022/23', models, '2022-04-25T23:00:00.000Z');
    expect(line(after, 'formal.answersDue').value).toBe(1);
    expect(line(after, 'formal.stage1.answeredInTimePercent').value).toBe(0);
  });

  it('refuses what is not a financial year', async () => {
    const models = await readModelsOf();
    expect(() => annualReport('2022-23', models, today)).toThrow('Write it as 2022/23');
  });
});
