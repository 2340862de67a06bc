import { beforeAll, describe, expect, it } from '@jest/globals';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { registerOf } from '../../../test/support/registers.js';
import { team } from '../../../test/support/leaders.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import { themeCases } from '../themes/theme-figures.js';
import { byMonth, MONTHS } from './by-month.js';
import { findingIn, leftOutInWords, rangeInWords } from './finding.js';
import { type LineOverTime, overTime, type OverTimeQuestion } from './over-time.js';
import { besidePraise, monthsPicture } from './pictures.js';

const today = '2023-10-04';
const formal = { kind: 'formal', stageReached: 1, team: 'north', theme: 'DD-PERM' } as const;

const child = (childId: string, teamOf: string, from: string | null, ...later: object[]): Story => ({
  stream: `child-${childId}`,
  events: [
    {
      type: 'ChildRegistered',
      data: { childId, initials: 'AB', bornOn: '2012-01-01', population: 'looked-after', fromRegister: false },
    },
    { type: 'ChildAllocated', data: { team: teamOf, iro: null, from } },
    ...(later as Story['events']),
  ],
});

/** Formal disputes are kept from April 2022; of three children one left care and one moved to another team. */
const stories: Story[] = [
  team('north', 'Locality North', 'Localities'),
  team('south', 'Locality South', 'Localities'),
  child('1', 'north', null),
  child('2', 'north', null, { type: 'ChildAllocated', data: { team: 'south', iro: null, from: '2023-05-01' } }),
  child('3', 'north', null, { type: 'ChildLeftCare', data: { on: '2022-12-31', because: 'adopted' } }),
  ...registerOf('one', {
    disputes: [
      { ...formal, raisedOn: '2022-04-01' },
      { ...formal, raisedOn: '2022-06-30', theme: 'DD-CARE' },
      { ...formal, raisedOn: '2022-10-04', theme: 'EDUC' },
      { ...formal, raisedOn: '2022-10-05', theme: 'EDUC' },
      { ...formal, raisedOn: '2023-06-30', team: 'south' },
      { ...formal, raisedOn: '2023-07-01', outcome: 'VOID' },
      { ...formal, raisedOn: '2023-07-01', outcome: 'WDRAWN' },
      { kind: 'informal', stageReached: 0, team: 'north', raisedOn: '2023-07-01', theme: 'DD' },
    ],
    covers: [{ kind: 'formal', from: '2022-04-01', to: '2023-10-04' }],
  }),
];

let models: ReadModels;
beforeAll(async () => {
  models = await readModelsOf(...stories);
});
const asked = (over: Partial<OverTimeQuestion> = {}) =>
  overTime({ kind: 'formal', lines: 'theme', filters: {}, year: null, ...over }, models, today);
const counts = ({ cells }: LineOverTime) => cells.map(({ count }) => count);

describe('figures over time', () => {
  it('say of a team, a service or a theme that nobody knows that there is none, whose 0 is no finding', () => {
    expect(asked({ filters: { team: 'Nroth' } }).notes).toEqual([
      'no team is called “Nroth”, in the directory or in a register, so there is nothing to count',
    ]);
    expect(asked({ filters: { service: 'Locality' } }).notes).toEqual([
      'no service is called “Locality” in the directory, so there is nothing to count',
    ]);
    expect(asked({ filters: { themeGroup: 'HEALHT' } }).notes).toEqual([
      'no theme has the code “HEALHT”, so there is nothing to count',
    ]);
  });

  it('say nothing of one that the directory knows by any of its names, or that a register alone names', async () => {
    for (const team of ['north', 'NORTH', 'locality north', 'south'])
      expect(asked({ filters: { team, service: 'Localities', theme: 'DD-PERM' } }).notes).toEqual([]);
    const registerAlone = await readModelsOf(
      ...registerOf('one', {
        disputes: [{ ...formal, team: 'Old Court Team', raisedOn: '2022-04-01' }],
        covers: [{ kind: 'formal', from: '2022-04-01', to: '2023-10-04' }],
      }),
    );
    const question = { kind: 'formal', lines: 'theme', filters: { team: 'Old Court Team' }, year: null } as const;
    expect(overTime(question, registerAlone, today).notes.join()).not.toContain('no team is called');
  });

  it('stand by theme and period, in the order of the list of themes, and add up', () => {
    const { rows, all } = asked();
    expect(rows.map(({ id }) => id)).toEqual(['DD', 'EDUC']);
    //                                 22/23 Q1 to Q4, 23/24 Q1 to Q3, twelve months, those before, to date, same days
    expect(counts(rows[0]!)).toEqual([2, 0, 0, 0, 1, 1, 0, 2, 2, 2, 2]);
    expect(counts(rows[1]!)).toEqual([0, 0, 2, 0, 0, 0, 0, 1, 1, 0, 1]);
    expect(counts(all)).toEqual([2, 0, 2, 0, 1, 1, 0, 3, 3, 2, 3]);
  });

  it('open a group into its themes, which add up to it', () => {
    const [drift, education] = asked().rows;
    expect(drift!.parts.map(({ id }) => id)).toEqual(['DD-PERM', 'DD-CARE']);
    expect(education!.parts).toEqual([]);
    drift!.cells.forEach(({ count }, place) =>
      expect(drift!.parts.reduce((sum, part) => sum + part.cells[place]!.count!, 0)).toBe(count),
    );
  });

  it('stand by team from A to Z, also where nothing was raised', () => {
    const { rows } = asked({ lines: 'team', filters: { themeGroup: 'EDUC' } });
    expect(rows.map(({ name }) => name)).toEqual(['Locality North', 'Locality South']);
    expect(counts(rows[1]!)).toEqual(rows[1]!.cells.map(() => 0));
  });

  it('lead to exactly the records that they count', () => {
    for (const lines of ['theme', 'team'] as const)
      for (const kind of ['formal', 'disputes'] as const) {
        const { rows, all, periods } = asked({ lines, kind });
        for (const line of [...rows, ...rows.flatMap(({ parts }) => parts), all])
          line.cells.forEach(({ count }, place) => {
            const { from, to } = periods[place]!;
            const records = themeCases({ year: null, filters: { ...line.filters, from, to } }, models);
            expect(count ?? 0).toBe(records.length);
          });
      }
  });

  it('stand beside the children held on average at the ends of months, of the team or of all', () => {
    const held = ({ cells }: LineOverTime) => cells.slice(0, 7).map((cell) => cell.held);
    const { rows, all } = asked({ lines: 'team' });
    expect(held(rows[0]!)).toEqual([3, 3, 3, 2, 1.3, 1, 1]);
    expect(held(rows[1]!)).toEqual([null, null, null, null, 0.7, 1, 1]);
    expect(held(all)).toEqual([3, 3, 3, 2, 2, 2, 2]);
    expect(all.cells[0]).toMatchObject({ count: 2, held: 3, per100: null });
    expect(rows[1]!.cells[0]).toMatchObject({ count: 0, per100: null });
    expect(held(asked({ filters: { team: 'north' } }).all)).toEqual([3, 3, 3, 2, 1.3, 1, 1]);
  });

  it('have a rate of the average of a period, where 30 children or more are held', async () => {
    const held = (length: number, from: string | null, name: string): Story[] =>
      Array.from({ length }, (_, each) => child(`${name}${each}`, 'north', from));
    const rateOf = async (...children: Story[]) => {
      const formals = [formal, formal].map((each) => ({ ...each, raisedOn: '2022-06-30' }));
      const covers = [{ kind: 'formal' as const, from: '2022-04-01', to: today }];
      const north = team('north', 'Locality North', 'Localities');
      const counted = await readModelsOf(north, ...children, ...registerOf('one', { disputes: formals, covers }));
      return overTime({ kind: 'formal', lines: 'theme', filters: {}, year: null }, counted, today).all.cells[0];
    };
    // 36 at the end of April, and 39 at those of May and June.
    expect(await rateOf(...held(36, null, 'a'), ...held(3, '2022-05-15', 'b'))).toMatchObject({
      ...{ count: 2, held: 38, per100: 5.3 },
    });
    expect(await rateOf(...held(29, null, 'a'))).toMatchObject({ count: 2, held: 29, per100: null });
  });

  it('go up to the last day of a year that is chosen, with what is known of it today', () => {
    const { asAt, periods, all } = asked({ year: '2022/23' });
    expect(asAt).toBe('2023-03-31');
    expect(periods.map(({ quarter }) => quarter).filter((quarter) => quarter !== null)).toEqual([
      ...[
        '2021/22 Q1',
        '2021/22 Q2',
        '2021/22 Q3',
        '2021/22 Q4',
        '2022/23 Q1',
        '2022/23 Q2',
        '2022/23 Q3',
        '2022/23 Q4',
      ],
    ]);
    const now = asked();
    const of = (counted: typeof now, wanted: string) =>
      counted.all.cells[counted.periods.findIndex(({ quarter }) => quarter === wanted)];
    expect(of({ ...now, periods, all }, '2022/23 Q1')).toMatchObject({ count: of(now, '2022/23 Q1')!.count });
    expect(byMonth({ kind: 'formal', filters: {}, year: '2022/23' }, models, today).months.at(-1)).toMatchObject({
      to: '2023-03-31',
    });
  });

  it('are words where nobody knows, and say where a period is known in part', () => {
    const { all, periods } = overTime(
      { kind: 'formal', lines: 'theme', filters: {}, year: null },
      models,
      '2022-08-01',
    );
    const said = periods.map(({ quarter, what }, place) => [quarter ?? what, all.cells[place]!.note]);
    expect(said).toContainEqual(['2021/22 Q1', 'no register']);
    expect(said).toContainEqual(['twelve-months', expect.stringMatching(/^kept from 2022-04-01/)]);
    expect(asked({ kind: 'acknowledgement' }).all.cells.map(({ note }) => note)).toEqual(
      asked().periods.map(() => 'no register'),
    );
  });
});

describe('figures by month', () => {
  const monthly = (filters = {}) => byMonth({ kind: 'formal', filters, year: null }, models, today);

  it('are of months that are over, and unknown where no register speaks', () => {
    const { months } = monthly();
    expect(months).toHaveLength(MONTHS);
    expect(months.at(-1)).toEqual({ from: '2023-09-01', to: '2023-09-30', count: 0 });
    expect(months.find(({ from }) => from === '2022-10-01')!.count).toBe(2);
    expect(
      months
        .filter(({ count }) => count === null)
        .map(({ to }) => to)
        .at(-1),
    ).toBe('2022-03-31');
  });

  it('count the month that runs as far as it has gone, so that the months and it are all that the table counts', () => {
    const { months, running } = monthly();
    expect([running!.from, running!.to]).toEqual([`${today.slice(0, 7)}-01`, today]);
    const { all, periods } = asked();
    const lastYear = months.slice(-6).reduce((sum, { count }) => sum + count!, 0) + running!.count!;
    expect(lastYear).toBe(all.cells[periods.findIndex(({ what }) => what === 'year-to-date')]!.count);
    expect(byMonth({ kind: 'formal', filters: {}, year: '2022/23' }, models, today).running).toBeNull();
  });

  it('say under the finding how far the month that runs is, and which months nobody collected', () => {
    const counted = monthly();
    const said = rangeInWords({ ...counted, running: { ...counted.running!, count: 4 } });
    expect(said).toContain('October 2023 is not over: 4 so far.');
    expect(said).toMatch(/Not collected: August 2021 to March 2022\.$/);
    expect(rangeInWords({ ...counted, running: null })).not.toContain('so far');
    const { rows } = monthsPicture(counted, 'formal disputes', (text) => text);
    expect(rows[0]).toEqual(['August 2021', 'not collected']);
    const beside = besidePraise(counted, counted, 'formal disputes', (text) => text);
    expect(beside.summary).toContain('October 2023 is not over: 0 acknowledgements and 0 formal disputes so far.');
    expect(beside.summary).toContain('Not collected: August 2021 to March 2022.');
  });

  it('say each span of months that nobody collected, and where one of two lines has none', () => {
    const months = (counts: readonly (number | null)[]) => ({
      months: counts.map((count, place) => ({ from: `2023-0${place + 1}-01`, to: `2023-0${place + 1}-28`, count })),
    });
    expect(leftOutInWords([months([null, 1, null, null])])).toEqual([
      'Not collected: January 2023; March 2023 to April 2023.',
    ]);
    expect(leftOutInWords([months([0, 1, 2, 3]), months([0, null, 2, 3])])).toEqual(['Not collected: February 2023.']);
    expect(leftOutInWords([months([0, 1, 2, 3])])).toEqual([]);
  });

  it('say what is usual for what the filters leave, from the months that are known', () => {
    const { range } = monthly();
    expect(range!.mean).toBeCloseTo(6 / 18);
    expect(monthly({ team: 'south' }).range!.mean).toBeCloseTo(1 / 18);
  });

  it('say no more than the months bear', () => {
    expect(findingIn(monthly(), 'formal disputes')).toBe(
      'Formal disputes were outside their usual range in October 2022',
    );
    expect(findingIn(monthly({ themeGroup: 'LIFE' }), 'formal disputes about life story')).toBe(
      'Formal disputes about life story were within their usual range in each of the 12 months to September 2023',
    );
    const early = byMonth({ kind: 'formal', filters: {}, year: null }, models, '2022-08-01');
    expect(early.range).toBeNull();
    expect(findingIn(early, 'formal disputes')).toMatch(/^Too few months are known/);
  });
});
