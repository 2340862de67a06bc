import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Attacker, type PrintedSum } from '../disclosure/attacker.js';
import { londonDate } from '../../src/calendar/dates.js';
import type { DisclosureDto } from '../../src/reports/publishing/disclosure-log/disclosures.dto.js';
import type { PublishedReportDto, ReportComparedDto } from '../../src/reports/publishing/published-reports.dto.js';
import { type RowToReadIn, readInRows } from '../support/worcestershire.js';
import { Council } from './council.js';

const TEAMS = ['North', 'South'] as const;
/** Formal disputes of each quarter; one number is small. */
const RAISED = { North: { Q1: 12, Q2: 3 }, South: { Q1: 12, Q2: 14 } } as const;
/** Informal disputes of each team, all of the third quarter. */
const INFORMAL = 20;
const DAYS = { Q1: ['2022-04-01', '2022-06-30'], half: ['2022-04-01', '2022-09-30'] } as const;

const BY_TEAM = ['informal', 'formal'].map((records) => ({ records, table: 'team' }));

type Cells = Readonly<Record<string, number | string | null>>;

/* Papers about days that lie in one another: a reader takes one from the other. */
describe('A report that is given out beside others', () => {
  let council: Council;
  let attacker: Attacker;

  beforeAll(async () => {
    [council, attacker] = await Promise.all([Council.begin(), Attacker.ready()]);
    council.clock.set('2023-10-04T09:00:00.000Z');
    const rows = (team: string, kind: RowToReadIn['kind'], raised: string, length: number): RowToReadIn[] =>
      Array.from({ length }, () => ({ team: `Locality ${team}`, kind, raised }));
    await readInRows(
      council,
      TEAMS.flatMap((team) => [
        ...rows(team, 'Formal', '02/05/2022', RAISED[team].Q1),
        ...rows(team, 'Formal', '01/08/2022', RAISED[team].Q2),
        ...rows(team, 'Informal', '01/11/2022', INFORMAL),
      ]),
    );
  });
  afterAll(() => council.end());

  const taken = async (kind: string, [from, to]: readonly [string, string], audience = 'public') => {
    const { reference } = await council.done('Mona', '/published-reports', { kind, from, to, audience });
    await council.done('Mona', `/published-reports/${reference}/take-figures`, { layout: BY_TEAM });
    return reference;
  };
  const read = async (report: string) =>
    (await council.get<PublishedReportDto>('Gina', `/published-reports/${report}`)).body.editions.at(-1)!;
  const publish = async (report: string): Promise<void> => {
    const url = `/published-reports/${report}`;
    await council.done('Gina', `${url}/check`, { sha256: (await read(report)).sha256 });
    await council.done('Mona', `${url}/approve`, { sha256: (await read(report)).sha256 });
    await council.done('Mona', `${url}/publish`, {
      on: londonDate(council.clock.now()),
      address: 'https://council.example/iro',
    });
  };
  /** The figures that a report prints of each team and of all. */
  const printed = async (report: string, records = 'Formal'): Promise<Cells> => {
    const { rows } = (await read(report)).figures!.tables.find(({ title }) => title.startsWith(records))!;
    // Both teams are all there is of their service.
    return Object.fromEntries(rows.map(({ label, cells }) => [label.replace('Locality ', ''), cells[0]!]));
  };
  /** Who reads both papers, and each team that knows its own as well. */
  const foundOut = (quarter: Cells, half: Cells): object[] => {
    const places = [...TEAMS, 'Total'];
    const seen = new Map<string, number | 'c'>(
      places.flatMap((place) => [
        [`Q1 ${place}`, quarter[place] as number | 'c'],
        [`half ${place}`, half[place] as number | 'c'],
        [`Q2 ${place}`, 'c'],
      ]),
    );
    const sums: PrintedSum[] = [
      ...places.map((place) => ({ total: `half ${place}`, parts: [`Q1 ${place}`, `Q2 ${place}`] })),
      ...['Q1', 'Q2', 'half'].map((days) => ({
        total: `${days} Total`,
        parts: TEAMS.map((team) => `${days} ${team}`),
      })),
    ];
    const own = TEAMS.map((team) => {
      const { Q1, Q2 } = RAISED[team];
      return new Map([
        [`Q1 ${team}`, Q1],
        [`Q2 ${team}`, Q2],
        [`half ${team}`, Q1 + Q2],
      ]);
    });
    // A large number that can be worked out tells of nobody.
    return attacker.attack(seen, sums, 10, own).filter(({ key }) => key === 'Q2 North');
  };

  it('would give a small quarter away, were a half printed by itself beside the other quarter', () => {
    const by = (days: (team: (typeof TEAMS)[number]) => number): Cells => {
      const [north, south] = TEAMS.map(days);
      return { North: north!, South: south!, Total: north! + south! };
    };
    const found = foundOut(
      by((team) => RAISED[team].Q1),
      by((team) => RAISED[team].Q1 + RAISED[team].Q2),
    );
    expect(found).not.toEqual([]);
  });

  it('keeps a small quarter that would follow from a half and the other quarter', async () => {
    const quarter = await taken('quarter', DAYS.Q1);
    expect(await printed(quarter)).toMatchObject({ North: 12, South: 12, Total: 24 });
    await publish(quarter);
    const half = await taken('half-year', DAYS.half);
    expect((await read(half)).figures!.besides).toEqual([{ report: quarter, edition: 1 }]);
    expect(foundOut(await printed(quarter), await printed(half))).toEqual([]);
  });

  it('prints a number no more that was published and has changed by little, in any later paper', async () => {
    const annual = await taken('annual', ['2022-04-01', '2023-03-31']);
    expect(await printed(annual, 'Informal')).toMatchObject({ North: INFORMAL, South: INFORMAL, Total: 2 * INFORMAL });
    await publish(annual);
    await readInRows(council, [{ team: 'Locality South', kind: 'Informal', raised: '07/11/2022' }], {
      name: 'late',
    });
    const url = `/published-reports/${annual}`;
    await council.done('Percy', `${url}/begin-correction`, { reason: 'One came to light.' });
    await council.done('Percy', `${url}/take-figures`, { layout: BY_TEAM });
    expect(await printed(annual, 'Informal')).toMatchObject({ North: INFORMAL, South: 'revised', Total: 'revised' });
    expect((await read(annual)).figures!.tables[0]!.notes.join()).toContain('revised');
    council.at('2024-10-04T09:00:00.000Z');
    const ofTheNextYear = Array.from({ length: 30 }, () => ({
      ...{ team: 'Locality North', kind: 'Informal' as const, raised: '05/06/2023' },
    }));
    await readInRows(council, ofTheNextYear, { name: 'next', covers: 'informal:2023/24' });
    const next = await taken('annual', ['2023-04-01', '2024-03-31']);
    const informal = (await read(next)).figures!.measures.find(({ code }) => code === 'informal');
    expect(informal).toMatchObject({ value: 30, previous: 'revised' });
  });

  describe('and beside the disclosure log', () => {
    const NEWSPAPER = { kind: 'information-request', on: '2023-10-04', recipient: 'A newspaper', records: 'formal' };
    const SECOND = { from: '2022-07-01', to: '2022-09-30' };
    const entered = async (body: object) => (await council.done('Gina', '/disclosures', body)).reference;

    it('prints no number for all that one was told, where it is small', async () => {
      const told = { team: 'north', quarter: '2022/23 Q2', number: RAISED.North.Q2 };
      const entry = await entered({ ...NEWSPAPER, from: DAYS.half[0], to: DAYS.half[1], figures: [told] });
      const quarter = await taken('quarter', [SECOND.from, SECOND.to], 'board-exempt');
      expect((await read(quarter)).figures!.disclosures).toEqual([entry]);
      expect(await printed(quarter)).toMatchObject({ North: 'c' });
      await council.done('Gina', `/disclosures/${entry}/withdraw`, { reason: 'It was a draft of the answer.' });
    });

    it('keeps what follows from a number that was told, and is made again beside it after it was withdrawn', async () => {
      // Who knows the total of the board's paper and one team's number knows the other's.
      const entry = await entered({ ...NEWSPAPER, ...SECOND, figures: [{ team: 'south', number: RAISED.South.Q2 }] });
      const quarter = await taken('quarter', [SECOND.from, SECOND.to]);
      expect(await printed(quarter)).toMatchObject({ North: 'c', Total: 'c' });
      await publish(quarter);
      await council.done('Gina', `/disclosures/${entry}/withdraw`, { reason: 'It was another council’s.' });
      const { body } = await council.get<ReportComparedDto>('Gina', `/published-reports/${quarter}/compare`);
      expect(body).toMatchObject({ isMadeAgain: true });
    });

    it('counts an edition that was given to others than its readers', async () => {
      const exempt = await taken('quarter', [SECOND.from, SECOND.to], 'board-exempt');
      await publish(exempt);
      const given = { kind: 'information-request', on: '2023-10-04', recipient: 'A newspaper' };
      const { reference } = await council.done('Gina', `/published-reports/${exempt}/enter-disclosure`, given);
      const quarter = await taken('quarter', [SECOND.from, SECOND.to]);
      expect((await read(quarter)).figures!.disclosures).toEqual([reference]);
      const { body } = await council.get<DisclosureDto>('Quentin', `/disclosures/${reference}`);
      expect(body).toMatchObject({ ...SECOND, edition: { report: exempt, edition: 1 }, figures: [], withdrawn: null });
    });

    it('refuses a theme that there is not, and a draft that may still change', async () => {
      const figures = [{ theme: 'NO-THEME', number: 12 }];
      const none = await council.post('Gina', '/disclosures', { ...NEWSPAPER, ...SECOND, figures });
      expect(none.body).toMatchObject({ code: 'no-such-theme' });
      const draft = await taken('quarter', [SECOND.from, SECOND.to]);
      const given = { kind: 'other', on: '2023-10-04', recipient: 'A charity' };
      const early = await council.post('Gina', `/published-reports/${draft}/enter-disclosure`, given);
      expect(early.body).toMatchObject({ code: 'not-published' });
    });
  });
});
