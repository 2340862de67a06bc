import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { at, dispute, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { readModelsOf, type Story, toAppend } from '../../test/support/read-models.js';
import { THE_OPERATOR } from '../access/asker.js';
import type { FinancialYear } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import type { Addressee, DisputeEvent } from '../disputes/events.js';
import { feedPage } from '../feed/feed-page.js';
import type { FeedTable } from '../feed/feed-table.js';
import { actions as actionsFed } from '../feed/tables/actions.js';
import { disputes as disputesFed } from '../feed/tables/disputes.js';
import { rounds as roundsFed } from '../feed/tables/rounds.js';
import { SettableClock } from '../platform/clock/clock.js';
import { MemoryEventStore } from '../platform/event-store/memory/memory-event-store.js';
import type { Reading } from '../reading/reading.js';
import type { Readings } from '../reading/readings.js';
import { annualReport } from './annual/annual-report.js';
import { countedFor, restrictedCounted } from './counted-for.js';
import { howFar } from './how-far/how-far.js';
import { countedRecords } from './publishing/figures/counted-records.js';
import { repeats } from './repeats/repeats.js';
import { soWhat } from './so-what/so-what.js';
import { ListRecordsBehind, ListRecordsBehindHandler } from './themes/theme-cases.query.js';
import { themeCases, themeFigures } from './themes/theme-figures.js';
import { formalTotals } from './timeliness/answers-of-year.js';
import { timeliness } from './timeliness/timeliness.js';
import { PlayYearAgain, PlayYearAgainHandler } from './what-if/what-if.query.js';
import type { YearPlayedAgain } from './what-if/year-again.js';

/*
 * A dispute that is raised in the last days of a year at a stage that does not count as formal, answered late there, and becomes formal in
 * the next one, in its own record.
 */

const REFERENCE = 'DRP-7K4M-2QXH';
const NOW = '2022-06-01T09:00:00.000Z';
const TURNED = '2022-04-14T09:00:00.000Z';

const stage = (number: number, countsAs: 'informal' | 'pre-formal' | 'formal') => ({
  ...{ ladder: 'main', number, countsAs, code: `${number}`, name: `Stage ${number}`, reason: null },
});

const informally = (first: ReturnType<typeof stage>): DisputeEvent[] =>
  [
    Controls.informalDisputeRaised({ raisedOn: '2022-03-14', stage: first }),
    Controls.deadlineSet({
      ...{ stage: first.number, startedOn: '2022-03-14', firstDueOn: '2022-03-21', dueOn: '2022-03-21' },
      dueAt: '2022-03-22T00:00:00.000Z',
    }),
  ].map((event) => at('2022-03-14T09:00:00.000Z', event));

const answeredLate = [
  at('2022-03-25T10:00:00.000Z', Controls.answerGiven({ answeredOn: '2022-03-25', stage: 0 })),
  at('2022-03-28T10:00:00.000Z', Controls.actionAgreed('A1')),
];

const addressee: Addressee = { team: 'through-care-3', posts: ['service-manager'] };

const escalated = (to: ReturnType<typeof stage>): DisputeEvent => ({
  type: 'DisputeEscalated',
  data: {
    ...{ from: 0, to, because: 'not-satisfied' as const, reason: 'There is no date.', protocolVersion: 1, addressee },
    ...{ skipped: [], adviceGiven: [] },
  },
});

const levelChanged = (to: ReturnType<typeof stage>): DisputeEvent => ({
  type: 'LevelChanged',
  data: {
    from: 'low',
    to: 'high',
    reason: 'It is serious.',
    ladder: 'main',
    begins: { stage: to, addressee, protocolVersion: 1 },
  },
});

const formally = (turn: DisputeEvent, number: number): DisputeEvent[] => [
  at(TURNED, turn),
  at(
    TURNED,
    Controls.deadlineSet({ ...{ round: 2, stage: number, why: 'escalated' as const }, startedOn: '2022-04-14' }),
  ),
];

const settled: DisputeEvent[] = [
  at('2022-04-20T10:00:00.000Z', Controls.answerGiven({ round: 2, stage: 1, answeredOn: '2022-04-20' })),
  at('2022-04-21T10:00:00.000Z', Controls.actionAgreed('A2')),
  at('2022-04-22T10:00:00.000Z', {
    type: 'DisputeResolved',
    data: {
      ...{ outcome: 'RES-FULL' as const, impact: ['plan-moving' as const], impactNote: null, stageReached: 1 },
      ...{ actionsOutstanding: [], iroDissents: false },
    },
  }),
];

const reading = async (events: readonly DisputeEvent[], ...more: readonly Story[]): Promise<Reading> =>
  readingAt(
    await readModelsOf(
      protocolAdopted(),
      team('through-care-3', 'Through Care 3'),
      dispute(REFERENCE, ...events),
      ...more,
    ),
    NOW,
  ) as unknown as Reading;

const annual = (year: string, { readModels, now }: Reading): Record<string, number | null> =>
  Object.fromEntries(annualReport(year, readModels, now).measures.map(({ code, value }) => [code, value])) as Record<
    string,
    number | null
  >;

const fed = (table: FeedTable, { readModels, now }: Reading) =>
  feedPage(table, {}, { readModels, now, pseudonymOf: (child) => child }).rows;

describe.each([
  ['is escalated out of the informal stage', stage(0, 'informal'), escalated(stage(1, 'formal')), 1],
  ['goes up from a stage before the formal ones', stage(1, 'pre-formal'), escalated(stage(2, 'formal')), 2],
  ['has its level changed', stage(0, 'informal'), levelChanged(stage(1, 'formal')), 1],
] as const)('A dispute that %s, in its own record', (_, first, turn, formalStage) => {
  const begun = [...informally(first), ...answeredLate];
  const whole = [...begun, ...formally(turn, formalStage), ...settled];
  let before: Reading;
  let after: Reading;
  beforeAll(async () => {
    [before, after] = [await reading(begun), await reading(whole)];
  });

  it('is one informal and one formal, each of its own year', () => {
    expect(annual('2021/22', after)).toMatchObject({
      ...{ informal: 1, formal: 0, disputes: 1, 'informal.formalised': 1, 'informal.open': 0, 'informal.resolved': 0 },
      ...{ 'informal.answersDue': 1, 'informal.answeredInTime': 0, 'formal.answersDue': 0, actions: 1 },
    });
    expect(annual('2022/23', after)).toMatchObject({
      ...{ informal: 0, formal: 1, disputes: 1, 'formal.resolved': 1, 'informal.formalised': 0 },
      ...{ 'formal.answersDue': 1, 'formal.answeredInTime': 1, 'informal.answersDue': 0, actions: 1 },
      [`formal.stage${formalStage}`]: 1,
    });
  });

  it('changes nothing of what was counted of the year before but how it stands', () => {
    const changed = Object.entries(annual('2021/22', after))
      .filter(([code, value]) => annual('2021/22', before)[code] !== value)
      .map(([code]) => code);
    expect(changed.filter((code) => !/open|formalised/i.test(code))).toEqual([]);
  });

  it('is in the themes of both kinds, with the list behind each figure', () => {
    for (const [year, kind, theirs] of [
      ['2021/22', 'informal', 1],
      ['2021/22', 'formal', 0],
      ['2022/23', 'formal', 1],
      ['2022/23', 'informal', 0],
    ] as const) {
      const { rows } = themeFigures(
        { year, by: ['team', 'quarter'], filters: { kind } },
        after.readModels,
        londonDate(NOW),
      );
      expect([year, kind, rows.reduce((sum, { count }) => sum + (count ?? 0), 0)]).toEqual([year, kind, theirs]);
      expect(themeCases({ year, filters: { kind } }, after.readModels)).toHaveLength(theirs);
    }
    const days = { from: '2021-04-01', to: '2023-03-31' };
    for (const kind of ['informal', 'formal'] as const)
      expect(countedRecords(kind, days, after.readModels).map(({ reference }) => reference)).toEqual([REFERENCE]);
  });

  it('has each answer in the part to which it was given', () => {
    const all = (year: string) => timeliness(year, ['kind'], after).counted!.figures;
    expect(all('2021/22').map(({ dimensions, due, inTime }) => [dimensions.kind, due, inTime!.count])).toEqual(
      expect.arrayContaining([['informal', 1, 0]]),
    );
    expect(all('2022/23').map(({ dimensions, due, inTime }) => [dimensions.kind, due, inTime!.count])).toEqual(
      expect.arrayContaining([['formal', 1, 1]]),
    );
    expect(formalTotals('2021/22', after)).toEqual([]);
    expect(formalTotals('2022/23', after)).toEqual([{ reference: REFERENCE, isOver: false }]);
  });

  it('came to rest as one that became formal, and where the formal one did', () => {
    const places = (year: string) =>
      howFar(year, after).kinds.flatMap(({ kind, places: all }) =>
        all.filter(({ count }) => count > 0).map(({ place }) => `${kind} ${place}`),
      );
    expect(places('2021/22')).toEqual(['informal became-formal']);
    expect(places('2022/23')).toEqual(['formal settled']);
    expect(soWhat('2021/22', after).counted).toMatchObject({ raised: 1, closed: { count: 0 }, actions: { agreed: 1 } });
    expect(soWhat('2022/23', after).counted).toMatchObject({ raised: 1, closed: { count: 1 }, actions: { agreed: 1 } });
  });

  it('repeats nothing by becoming formal', () => {
    expect(repeats('2022/23', after).counted).toMatchObject({ raised: 1, repeated: { count: 0 } });
  });

  it('has two rows in the feed, of which the first keeps its key', () => {
    const keys = (of: Reading) => fed(disputesFed, of).map(({ reference, part, kind }) => [reference, part, kind]);
    expect(keys(before)).toEqual([[REFERENCE, 1, 'informal']]);
    expect(keys(after)).toEqual([
      [REFERENCE, 1, 'informal'],
      [REFERENCE, 2, 'formal'],
    ]);
    expect(fed(roundsFed, after).map(({ round, part }) => [round, part])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(fed(actionsFed, after).map(({ action, part }) => [action, part])).toEqual([
      ['A1', 1],
      ['A2', 2],
    ]);
  });

  it('is one record in every list', () => {
    expect(after.readModels.all('SELECT reference, kind, status FROM dispute_register')).toEqual([
      { reference: REFERENCE, kind: 'formal', status: 'resolved' },
    ]);
  });

  it('is one informal again once the step is taken back as a mistake', async () => {
    const step = begun.length;
    const taken: DisputeEvent = { type: 'EntryTakenBack', data: { revisions: [step, step + 1], reason: 'A mistake.' } };
    const back = await reading([...begun, ...formally(turn, formalStage), at('2022-04-14T10:00:00.000Z', taken)]);
    expect(annual('2021/22', back)).toMatchObject({ informal: 1, 'informal.open': 1, 'informal.formalised': 0 });
    expect(annual('2022/23', back)).toMatchObject({ formal: 0, informal: 0 });
  });

  it('stays one of each where it is sent back, and a late answer to the informal one is of that', async () => {
    const to = stage(0, 'informal');
    const late = await reading([
      ...informally(first),
      ...formally(turn, formalStage),
      at('2022-04-15T10:00:00.000Z', Controls.answerGiven({ answeredOn: '2022-04-15', stage: first.number })),
      at('2022-04-19T10:00:00.000Z', {
        type: 'SentBack',
        data: { ...{ from: formalStage, to, reason: 'Again.', protocolVersion: 1, addressee } },
      }),
      at('2022-04-19T10:00:00.000Z', Controls.deadlineSet({ round: 3, stage: 0, why: 'sent-back' })),
    ]);
    expect(annual('2021/22', late)).toMatchObject({ informal: 1, 'informal.answersDue': 1, 'informal.formalised': 1 });
    expect(annual('2022/23', late)).toMatchObject({ formal: 1, informal: 0, 'formal.open': 1 });
    expect(fed(roundsFed, late).map(({ round, part, answeredOn }) => [round, part, answeredOn])).toEqual([
      [1, 1, '2022-04-15'],
      [2, 2, null],
      [3, 2, null],
    ]);
  });

  it('keeps apart what is done, reopened and referred before and after', async () => {
    const twice = await reading([
      ...whole,
      at('2022-05-03T10:00:00.000Z', Controls.actionDone('A1')),
      at('2022-05-04T10:00:00.000Z', { type: 'DisputeReopened', data: { reason: 'It was not done.' } }),
    ]);
    expect(fed(disputesFed, twice)).toMatchObject([
      { part: 1, status: 'formalised', reopened: 0, actionsAgreed: 1, actionsOutstanding: 0, rounds: 1 },
      { part: 2, status: 'open', reopened: 1, actionsAgreed: 1, actionsOutstanding: 1, formalises: REFERENCE },
    ]);
    expect(annual('2021/22', twice)).toMatchObject({ 'actions.done': 1, 'informal.reopened': 0 });
    expect(annual('2022/23', twice)).toMatchObject({ 'actions.done': 0, 'formal.reopened': 1 });
  });

  it('is hidden in both parts from whoever may not know of it', async () => {
    const restricted = await reading(
      [...whole, { type: 'DisputeRestricted', data: { readers: ['iro-rowe'], reason: 'Family.' } }],
      dispute('OTHER', ...Controls.informalRaised({ reference: 'OTHER', raisedOn: '2022-02-01' })),
    );
    const lead = { person: 'barlow', name: 'barlow', posts: [] };
    const counted = countedFor(lead, restricted);
    expect([annual('2021/22', counted).informal, annual('2022/23', counted).formal]).toEqual([1, 0]);
    expect([annual('2021/22', restricted).informal, annual('2022/23', restricted).formal]).toEqual([2, 1]);
    for (const year of ['2021/22', '2022/23'] as const)
      expect(restrictedCounted(THE_OPERATOR, year, restricted)).toHaveLength(1);
  });

  it('is played again under other rules as the two that it is counted as', async () => {
    const store = new MemoryEventStore(new SettableClock(NOW));
    const stream = `dispute-${REFERENCE}`;
    await store.append(
      stream,
      'no_stream',
      whole.map((event, index) => toAppend(stream, event, index)),
    );
    const readings = { now: () => Promise.resolve(after) } as Readings;
    const again = (year: FinancialYear) =>
      new PlayYearAgainHandler(readings, store).execute(new PlayYearAgain(THE_OPERATOR, year, Controls.protocol()));
    const was = ({ disputes, leftOut, lateAnswers, reached }: YearPlayedAgain) => ({
      ...{ disputes, leftOut, late: lateAnswers.was },
      reached: reached.filter((each) => each.was > 0).map((each) => each.stage),
    });
    expect(was(await again('2021/22'))).toEqual({ disputes: 1, leftOut: 0, late: 1, reached: [first.number] });
    expect(was(await again('2022/23'))).toEqual({ disputes: 1, leftOut: 0, late: 0, reached: [formalStage] });
  });

  it('stands once in the list behind a figure of a report', async () => {
    const readings = { now: () => Promise.resolve(after) } as Readings;
    const listed = await new ListRecordsBehindHandler(readings).execute(
      new ListRecordsBehind(THE_OPERATOR, [REFERENCE, REFERENCE]),
    );
    expect(listed.map(({ reference, kind }) => [reference, kind])).toEqual([[REFERENCE, 'formal']]);
  });

  it('is counted under the theme to which it is corrected, and not once it is voided', async () => {
    const corrected = await reading([
      ...whole,
      {
        type: 'ThemeCorrected',
        data: { from: 'DD-CARE', to: 'EDUC', secondary: [], reason: 'Chosen wrongly.' },
      },
    ]);
    for (const [year, kind] of [
      ['2021/22', 'informal'],
      ['2022/23', 'formal'],
    ] as const)
      expect(themeCases({ year, filters: { kind } }, corrected.readModels)).toMatchObject([{ theme: 'EDUC' }]);
    const voided = await reading([...begun, ...formally(turn, formalStage), Controls.voided()]);
    expect([annual('2021/22', voided).informal, annual('2022/23', voided).formal]).toEqual([0, 0]);
  });
});
