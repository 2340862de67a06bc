import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { at, dispute, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import { covering, many, registerOf } from '../../test/support/registers.js';
import type { ImportedDisputeFacts, RegisterFact } from '../disputes/events.js';
import { type AnnualReport, annualReport, type ReportedMeasure } from './annual/annual-report.js';
import { annualReportText } from './annual/annual.text.js';
import type { ReportEvent } from './events.js';
import { howFar } from './how-far/how-far.js';
import { repeats } from './repeats/repeats.js';
import { soWhat } from './so-what/so-what.js';
import { type Dimension, themeFigures } from './themes/theme-figures.js';
import { themesText } from './themes/themes.text.js';
import { timeliness } from './timeliness/timeliness.js';
import { SAYS_NOTHING } from '../protocol/words-now.js';

const LATER = '2023-05-02T12:00:00.000Z';

const line = (report: AnnualReport, code: string): ReportedMeasure =>
  report.measures.find((measure) => measure.code === code)!;
const reportOf = async (stories: readonly Story[], year = '2022/23', now = LATER) =>
  annualReport(year, await readModelsOf(...stories), now);
const total =
  (measure: string, value: number) =>
  (year: string): ReportEvent => ({ type: 'PublishedTotalEntered', data: { year, measure, value, source: 'page 9' } });
const said = (year: string, ...words: ((year: string) => ReportEvent)[]): Story => ({
  stream: `report-${year.replace('/', '-')}`,
  events: words.map((each) => each(year)),
});
const formal = (more: Partial<ImportedDisputeFacts> = {}): Partial<ImportedDisputeFacts> => ({
  kind: 'formal',
  raisedOn: '2022-05-10',
  dueOn: '2022-05-24',
  answeredOn: null,
  agreement: null,
  ...more,
});

describe('one base for a share', () => {
  const stories = [
    ...registerOf('one', {
      disputes: many(13, (index) => ({ ...formal(), theme: index < 10 ? 'DD-PERM' : 'EDUC' })),
      acknowledgements: many(7, () => ({})),
      covers: covering('2022/23', 'informal', 'formal', 'acknowledgement'),
    }),
  ];
  const rowsBy = async (...by: Dimension[]) =>
    themeFigures({ year: '2022/23', by }, await readModelsOf(...stories), '2023-05-02').rows;

  it('never adds disputes and acknowledgements, and names what a share is a share of', async () => {
    expect((await rowsBy()).map(({ records, count, of }) => [records, count, of])).toEqual([
      ['all disputes (records)', 13, 13],
      ['acknowledgements', 7, 7],
    ]);
    const [driftAndDelay] = await rowsBy('themeGroup');
    expect(driftAndDelay).toMatchObject({
      ...{ count: 10, share: 77, of: 13, base: 'all disputes (records) of 2022/23' },
      filters: { themeGroup: 'DD', kind: 'disputes' },
    });
    const text = themesText(
      themeFigures({ year: '2022/23', by: [] }, await readModelsOf(...stories), '2023-05-02'),
      SAYS_NOTHING,
    );
    expect(text).toContain(
      'each of its own base: all disputes (records) of 2022/23 (13); acknowledgements of 2022/23 (7)',
    );
  });

  it('says "all alerts" only for a council that keeps both on one form', async () => {
    const apart = await reportOf(stories);
    expect(apart.measures.filter(({ code }) => code.startsWith('alerts') || code.startsWith('records'))).toEqual([]);
    expect(line(apart, 'disputes').label).toBe('All disputes (records)');
    const oneForm = await reportOf([...stories, protocolAdopted(Controls.protocol({ oneForm: true }))]);
    expect(
      ['alerts', 'alerts.concern', 'alerts.goodPractice'].map((code) => [
        line(oneForm, code).label,
        line(oneForm, code).value,
      ]),
    ).toEqual([
      ['All alerts', 20],
      ['All alerts: of concern', 13],
      ['All alerts: of good practice', 7],
    ]);
  });
});

describe('a column that was not collected is not counted as 0', () => {
  const FEW: RegisterFact[] = [
    ...(['child', 'stage', 'answer due', 'answer date', 'outcome', 'end', 'impact', 'challenge meeting'] as const),
  ];
  const few = registerOf('few', {
    disputes: many(3, () => ({ ...formal(), children: [], dueOn: null })),
    covers: covering('2022/23', 'informal', 'formal'),
    lacks: FEW,
  });

  it.each([
    ...[
      'children',
      'answersDue',
      'answeredInTime',
      'answeredInTimePercent',
      'resolved',
      'resolvedPercent',
      'withdrawn',
    ],
    ...['stalemate', 'endedOtherwise', 'closedNotRecorded', 'open', 'challengeMeetings', 'stage1', 'stage1.settled'],
  ])('formal.%s of a register without the columns for it', async (part) => {
    expect(line(await reportOf(few), `formal.${part}`)).toMatchObject({ value: null, missing: 'not collected' });
  });

  it('but for what every row has', async () => {
    const report = await reportOf(few);
    expect(line(report, 'formal')).toMatchObject({ value: 3 });
    expect(line(report, 'informal.children')).toMatchObject({ value: 0 });
    expect(annualReportText(report, SAYS_NOTHING.words)).toMatch(/^Formal disputes: children +not collected/m);
  });

  it('in each yearly report and in themes', async () => {
    const reading = readingAt(await readModelsOf(protocolAdopted(), ...few), LATER);
    expect(repeats('2022/23', reading).counted).toMatchObject({ raised: 3, repeated: null });
    expect(soWhat('2022/23', reading).counted).toMatchObject({ closed: null, outcomes: null, impact: null });
    expect(timeliness('2022/23', [], reading).counted).toMatchObject({
      all: { due: null, note: 'not collected' },
      overTotal: null,
    });
    const far = howFar('2022/23', reading).kinds.find(({ kind }) => kind === 'formal')!;
    expect(far.places).toMatchObject([{ place: 'not-collected', count: 3, percent: null }]);
    const [row] = themeFigures({ year: '2022/23', by: ['kind'] }, reading.readModels, '2023-05-02').rows.slice(1);
    expect(row).toMatchObject({ count: 3, children: null, withdrawn: null });
  });

  it('also where another register of the year has the column', async () => {
    const more = registerOf('more', {
      disputes: [formal({ children: ['9'] })],
      covers: covering('2022/23', 'formal'),
    });
    expect(line(await reportOf([...few, ...more]), 'formal.children')).toMatchObject({
      value: null,
      note: 'not collected for 3 of 4 records; 2021/22: no register',
    });
  });

  it('shares only among those of which it could be known', async () => {
    const live = dispute('LIVE', ...Controls.disputeRaised({ reference: 'LIVE' }));
    const reading = readingAt(await readModelsOf(protocolAdopted(), ...few, live), LATER);
    const far = howFar('2022/23', reading).kinds.find(({ kind }) => kind === 'formal')!;
    expect(far).toMatchObject({ raised: 4, referredToCafcass: { count: 0, percent: 0, of: 1 } });
  });
});

describe('a row without an answer, in a register with a column for its day', () => {
  const three = [
    formal({ answeredOn: '2022-05-20', agreement: 'agree', outcome: 'RES-FULL', resolvedOn: '2022-05-30' }),
    formal({ outcome: null, resolvedOn: null }),
    formal({ outcome: 'UNRES', resolvedOn: '2022-09-30' }),
  ];
  const due = async (disputes: readonly Partial<ImportedDisputeFacts>[], lacks?: RegisterFact[], readOn?: string) =>
    line(
      await reportOf(
        registerOf('r', {
          disputes,
          covers: covering('2022/23', 'formal'),
          ...(lacks ? { lacks } : {}),
          ...(readOn ? { readOn } : {}),
        }),
      ),
      'formal.answersDue',
    ).value;

  it('is late once its day has passed', async () => {
    const report = await reportOf(registerOf('r', { disputes: three, covers: covering('2022/23', 'formal') }));
    expect(
      ['answersDue', 'answeredInTime', 'answeredInTimePercent'].map((part) => line(report, `formal.${part}`).value),
    ).toEqual([3, 1, 33]);
    const reading = readingAt(
      await readModelsOf(
        protocolAdopted(),
        ...registerOf('r', { disputes: three, covers: covering('2022/23', 'formal') }),
      ),
      LATER,
    );
    expect(timeliness('2022/23', [], reading).counted!.all).toMatchObject({
      due: 3,
      inTimeByFirstDate: { count: 1, percent: 33 },
    });
  });

  it('is not known where there is no such column', async () => {
    expect(await due(three, ['answer date'])).toBeNull();
  });

  it('was not due where it ended, or the register was read, before that', async () => {
    expect(await due([formal({ outcome: 'WDRAWN', resolvedOn: '2022-05-24' })])).toBe(0);
    expect(await due([formal({ outcome: 'WDRAWN', resolvedOn: null })])).toBe(0);
    expect(await due([formal()], undefined, '2022-05-24')).toBe(0);
    expect(await due([formal()], undefined, '2022-05-25')).toBe(1);
  });
});

describe('a row that was closed and does not say how', () => {
  const stories = registerOf('c', {
    disputes: [formal({ outcome: null, resolvedOn: '2022-06-01' }), formal({ outcome: 'ENDED-CARE' }), formal()],
    covers: covering('2022/23', 'informal', 'formal'),
  });

  it('is a named part of "ended otherwise", never resolved, and the sum holds', async () => {
    const report = await reportOf(stories);
    const value = (part: string): number => line(report, `formal.${part}`).value!;
    expect([value('resolved'), value('endedOtherwise'), value('closedNotRecorded')]).toEqual([0, 2, 1]);
    const parts = ['open', 'resolved', 'stalemate', 'endedOtherwise', 'withdrawn'].map(value);
    expect(parts.reduce((sum, each) => sum + each, 0)).toBe(line(report, 'formal').value);
    const reading = readingAt(await readModelsOf(protocolAdopted(), ...stories), LATER);
    const places = howFar('2022/23', reading).kinds.find(({ kind }) => kind === 'formal')!.places;
    expect(places.find(({ place }) => place === 'closed-not-recorded')!.count).toBe(1);
  });
});

describe('a row of a year before the service, taken on and then made formal', () => {
  it('is counted as what became formal, so that what was raised still adds up', async () => {
    const [register, ...rows] = registerOf('t', {
      disputes: [formal({ kind: 'informal', stageReached: 0 }), formal({ kind: 'informal', stageReached: 0 })],
      covers: covering('2022/23', 'informal', 'formal'),
    });
    const continued = [
      { type: 'ImportedDisputeTakenOn', data: { stage: 0, addressee: { team: null, posts: [] }, protocolVersion: 1 } },
      { type: 'DisputeFormalised', data: { formal: 'DRP-0000-0001' } },
    ].map((event) => ({ ...event, at: LATER })) as unknown as Story['events'];
    const [first, ...others] = rows;
    const takenOn: Story = { ...first!, events: [...first!.events, ...continued] };
    const report = await reportOf([register!, takenOn, ...others]);
    expect(line(report, 'informal.formalised')).toMatchObject({ value: 1, missing: null });
    expect(line(report, 'informal.formalised').note).toContain('known of rows that were taken on here only');
    const parts = ['open', 'resolved', 'stalemate', 'endedOtherwise', 'withdrawn', 'formalised'];
    const sum = parts.reduce((all, part) => all + line(report, `informal.${part}`).value!, 0);
    expect(sum).toBe(line(report, 'informal').value);
  });
});

describe('a part of a year', () => {
  const monthlyRows = (first: number, months: number): Partial<ImportedDisputeFacts>[] =>
    many(months, (index) => {
      const month = 3 + index;
      return formal({
        raisedOn: `${first + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-10`,
        dueOn: null,
      });
    });
  const NOW = '2026-11-28T12:00:00.000Z';
  const two = (to: string): Story[] =>
    registerOf('p', {
      disputes: [...monthlyRows(2025, 12), ...monthlyRows(2026, 7)],
      covers: [{ kind: 'formal', from: '2025-04-01', to }],
      readOn: '2026-11-28',
    });

  it.each([
    ['2026-10-31', 7, '2025-10-31', '2026-10-31'],
    ['2027-03-31', 8, '2025-11-28', '2026-11-28'],
  ])('stands beside the same days of the year before, said to reach to %s', async (to, previous, until, soFar) => {
    expect(line(await reportOf(two(to), '2026/27', NOW), 'formal')).toMatchObject({
      ...{ value: 7, previous, change: 7 - previous },
      note: `so far, to ${soFar}; 2025/26: the same days, from 2025-04-01 to ${until}`,
    });
  });

  it('has words for quarters of which nothing is known', async () => {
    const { rows } = themeFigures(
      { year: '2026/27', by: ['quarter'], filters: { kind: 'formal' } },
      await readModelsOf(...two('2026-10-31')),
      '2027-01-15',
    );
    expect(rows.map(({ count, note }) => [count, note])).toEqual([
      [3, null],
      [3, null],
      [1, 'kept from 2026-10-01 to 2026-10-31 only'],
      [null, 'not covered'],
    ]);
    const today = await readModelsOf(...two('2027-03-31'));
    const last = themeFigures({ year: '2026/27', by: ['quarter'], filters: { kind: 'formal' } }, today, '2026-11-28')
      .rows[3];
    expect(last).toMatchObject({ count: null, note: 'not begun' });
  });

  it('is not compared where the same days of the year before are not covered', async () => {
    const stories = registerOf('p', {
      disputes: monthlyRows(2026, 7),
      covers: [
        { kind: 'formal', from: '2026-04-01', to: '2026-10-31' },
        { kind: 'formal', from: '2025-09-01', to: '2026-03-31' },
      ],
      readOn: '2026-11-28',
    });
    expect(line(await reportOf(stories, '2026/27', NOW), 'formal')).toMatchObject({
      ...{ value: 7, previous: null, change: null, previousMissing: 'not covered' },
    });
  });

  it('says nothing of what was published for the whole year', async () => {
    const stories = [
      ...registerOf('p', {
        disputes: monthlyRows(2026, 7),
        covers: [{ kind: 'formal', from: '2026-04-01', to: '2026-10-31' }],
        readOn: '2026-11-28',
      }),
      said('2025/26', total('formal', 40)),
    ];
    const published = await reportOf(stories, '2026/27', NOW);
    expect(line(published, 'formal')).toMatchObject({ value: 7, previous: null, change: null });
    expect(line(published, 'formal').note).toContain(
      '2025/26: Formal disputes: published as 40 for the whole year (page 9)',
    );
  });

  it('is not made a year by one stray row', async () => {
    const stories = registerOf('s', {
      disputes: [...many(30, () => formal()), formal({ raisedOn: '2022-03-31' })],
      covers: covering('2022/23', 'formal'),
    });
    expect(line(await reportOf(stories), 'formal')).toMatchObject({
      ...{ value: 30, previous: null, change: null, changePercent: null, previousMissing: 'not covered' },
      note: '2021/22: not covered; 2021/22: 1 record lies on days for which no register is said to speak',
    });
  });

  it('of what was written down before the service was in use is not taken for use', async () => {
    const spoken = {
      ...Controls.concernDiscussed(),
      data: { ...Controls.concernDiscussed().data, spokeOn: '2020-05-01' },
    };
    const stories = [dispute('OLD', spoken as never), dispute('NEW', ...Controls.disputeRaised({ reference: 'NEW' }))];
    expect(line(await reportOf(stories, '2021/22'), 'formal')).toMatchObject({ value: null, missing: 'no register' });
  });
});

describe('the note under a figure gives the reason', () => {
  const informal = registerOf('i', {
    disputes: many(3, () => ({ kind: 'informal' as const, raisedOn: '2022-05-10', stageReached: 0 })),
    covers: [{ kind: 'informal', from: '2022-04-01', to: '2022-09-30' }],
  });

  it('for which it is missing, and names the figure that was published otherwise', async () => {
    const report = await reportOf([...informal, said('2022/23', total('informal', 6), total('acknowledgements', 4))]);
    expect(line(report, 'disputes')).toMatchObject({ value: null, missing: 'no register' });
    expect(line(report, 'informal').note).toContain('Informal disputes: published as 6 for the whole year (page 9)');
    expect(line(report, 'disputes').note).toContain('Formal disputes: no register');
    expect(line(report, 'disputes').note).toContain('Informal disputes: published as 6 for the whole year (page 9)');
  });

  it('of a row that was corrected', async () => {
    const [started, row] = registerOf('k', { disputes: [formal()], covers: covering('2022/23', 'formal') });
    const facts = { ...Controls.importedFacts, ...formal(), theme: 'LIFE' };
    const corrected = { type: 'ImportedDisputeCorrected', data: { facts, reason: 'Miscoded at entry.' } };
    const stories = [started!, { ...row!, events: [...row!.events, corrected] }] as Story[];
    const report = await reportOf(stories);
    expect(line(report, 'formal').note).toBe(
      '1 row corrected after being read in: Miscoded at entry; 2021/22: no register',
    );
    const { notes } = themeFigures({ year: '2022/23', by: ['kind'] }, await readModelsOf(...stories), '2023-05-02');
    expect(notes).toContain('formal: 1 row corrected after being read in: Miscoded at entry');
  });

  it('for which shares do not add to 100', async () => {
    const thirds = registerOf('t', {
      disputes: ['DD', 'EDUC', 'LEGAL'].map((theme) => ({ ...formal(), theme })),
      covers: covering('2022/23', 'formal'),
    });
    const { notes } = themeFigures(
      { year: '2022/23', by: ['kind', 'theme'], filters: { kind: 'formal' } },
      await readModelsOf(...thirds),
      '2023-05-02',
    );
    expect(notes).toContain('shares of formal disputes of 2022/23 add to 99%, for each is rounded by itself');
  });

  it('for which a part would be more than its whole', async () => {
    const report = await reportOf([
      said('2022/23', total('formal', 10)),
      said('2021/22', total('formal.driftAndDelay', 11)),
    ]);
    expect(line(report, 'formal.driftAndDelayPercent').value).toBeNull();
    const wrong = await reportOf([
      ...registerOf('f', { disputes: [formal()], covers: covering('2022/23', 'formal'), lacks: ['outcome'] }),
      said('2022/23', total('formal.resolved', 2)),
    ]);
    expect(line(wrong, 'formal.resolvedPercent')).toMatchObject({ value: null, missing: 'not possible' });
  });

  it('beside a line for a team with none', async () => {
    const models = await readModelsOf(
      protocolAdopted(),
      ...[team('north', 'North'), team('south', 'South')],
      ...registerOf('z', { disputes: [formal({ team: 'north' })], covers: covering('2022/23', 'formal') }),
    );
    const { rows } = themeFigures({ year: '2022/23', by: ['team'], filters: { kind: 'formal' } }, models, '2023-05-02');
    expect(rows.map(({ dimensions, count }) => [dimensions.team, count])).toEqual([
      ['North', 1],
      ['South', 0],
    ]);
    const { figures } = timeliness('2022/23', ['team'], readingAt(models, LATER)).counted!;
    expect(figures.map(({ dimensions, due }) => [dimensions.team, due])).toEqual([
      ['North', 1],
      ['South', 0],
    ]);
  });
});

describe('a fact that the service itself recorded', () => {
  it('is counted: the child’s view, the advocate, other agencies', async () => {
    const heard = at('2022-04-20T10:00:00.000Z', {
      type: 'ChildViewRecorded',
      data: { view: 'I want to stay.', told: true, advocateOffered: true, advocateOfferedOn: null },
    });
    const report = await reportOf([
      dispute('A', ...Controls.disputeRaised({ reference: 'A' }), heard),
      dispute('B', ...Controls.disputeRaised({ reference: 'B' })),
    ]);
    expect(
      ['childView', 'childTold', 'advocateOffered', 'otherAgencies'].map(
        (part) => line(report, `formal.${part}`).value,
      ),
    ).toEqual([1, 1, 1, 0]);
  });

  it('is counted: checks, standards not met, and why no dispute was raised about them', async () => {
    const check = (reference: string, kind: 'midway' | 'preparation', ...events: object[]): Story => ({
      stream: `review-${reference}`,
      events: [
        {
          type: 'CheckBegun',
          data: {
            ...{ reference, kind, child: '1', iro: 'iro', heldOn: '2022-06-01' },
            standards: ['A', 'B', 'C'].map((code) => ({ code, text: code, theme: 'DD' })),
          },
        },
        ...events,
      ] as Story['events'],
    });
    const answered = (standard: string, answer: 'met' | 'not-met') => ({
      type: 'StandardChecked',
      data: { standard, answer, note: null },
    });
    const report = await reportOf([
      dispute('A', ...Controls.disputeRaised({ reference: 'A' })),
      check(
        'M',
        'midway',
        answered('A', 'not-met'),
        answered('B', 'not-met'),
        answered('C', 'not-met'),
        {
          type: 'RaisedFromCheck',
          data: { standard: 'A', dispute: 'A' },
        },
        { type: 'DecidedNotToRaise', data: { standard: 'B', reason: 'In hand.' } },
      ),
      check('P', 'preparation', answered('A', 'met')),
      check('W', 'midway', answered('A', 'not-met'), { type: 'CheckWithdrawn', data: { reason: 'Begun twice.' } }),
    ]);
    expect(
      ['midwayAudits', 'midwayAudits.unfinished', 'preparationChecks', 'preparationChecks.unfinished'].map(
        (code) => line(report, code).value,
      ),
    ).toEqual([1, 0, 1, 1]);
    expect(
      ['', '.raised', '.notRaised', '.undecided'].map((part) => line(report, `standardsNotMet${part}`).value),
    ).toEqual([3, 1, 1, 1]);
    expect(line(report, 'challengeItems').value).toBe(0);
  });
});
