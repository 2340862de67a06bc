import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EscalationBoardDto } from '../../src/reports/escalations/escalations.dto.js';
import type { HowFarDto } from '../../src/reports/how-far/how-far.dto.js';
import type { MyWorkDto } from '../../src/reports/my-work/my-work.dto.js';
import { aConcern, anAnswer, Council, PEOPLE } from './council.js';

/* Monday 3 April 2023; answers are due after five working days, over Easter: on Wednesday 12 April. */
const ON_THE_DAY = '2023-04-12T20:00:00.000Z';
const A_DAY_LATE = '2023-04-13T08:00:00.000Z';

describe('the escalation board and everybody’s work', () => {
  let council: Council;
  let care: string;
  let health: string;
  let south: string;
  const board = async (person: string, query = ''): Promise<EscalationBoardDto> =>
    (await council.get<EscalationBoardDto>(person, `/board${query}`)).body;
  const work = async (person: string): Promise<MyWorkDto> => (await council.get<MyWorkDto>(person, '/work')).body;
  const toDo = async (person: string): Promise<string[]> =>
    (await work(person)).items.map(({ what, reference }) => `${what} ${NAMES()[reference]}`);
  const NAMES = (): Record<string, string> => ({ [care]: 'care', [health]: 'health', [south]: 'south' });

  beforeAll(async () => {
    council = await Council.begin();
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter', from: '2023-04-03' });
    care = (await council.done('Iris', '/disputes', aConcern())).reference;
    health = (await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH', kind: 'informal' }))).reference;
    south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'], theme: 'EDUC' }))).reference;
  });
  afterAll(() => council.end());

  it('shows leaders every open dispute, and each other reader what is theirs', async () => {
    const seen = new Map<string, string[]>([
      ...['Mona', 'Quentin', 'Queenie', 'Edith', 'Hana', 'Sven', 'Anton', 'Dora', 'Beth', 'Ines'].map(
        (person): [string, string[]] => [person, ['care', 'health', 'south']],
      ),
      ...['Iris', 'Tom', 'Alma'].map((person): [string, string[]] => [person, ['care', 'health']]),
      ...['Ivan', 'Tess'].map((person): [string, string[]] => [person, ['south']]),
      ...['Carol', 'Agnes', 'Chris'].map((person): [string, string[]] => [person, []]),
    ]);
    for (const person of Object.keys(PEOPLE)) {
      const answer = await council.get<EscalationBoardDto>(person, '/board');
      const names = answer.body.rows?.map(({ reference }) => NAMES()[reference]).sort();
      if (seen.has(person)) expect([person, names]).toEqual([person, seen.get(person)]);
      else expect([person, answer.status]).toEqual([person, 403]);
    }
  });

  it('says who must act, by when, and how many working days are left, with nothing that was written', async () => {
    const answer = await council.get<EscalationBoardDto>('Dora', '/board');
    const row = answer.body.rows.find(({ reference }) => reference === care)!;
    expect(row).toMatchObject({
      // Dora cannot open it, so it is shown without its child.
      ...{ children: [], childCount: 1, mayOpen: false },
      team: { id: 'north', name: 'Locality North' },
      service: 'Localities',
      stage: 1,
      waitsFor: 'answer',
      who: [
        { kind: 'team-manager', post: 'tom-post', person: { id: 'tom', name: 'Tom' } },
        { kind: 'assistant-team-manager', person: { name: 'Alma' } },
      ],
      due: { dueOn: '2023-04-12', late: false, daysLeft: 5, daysLate: null },
      day: 0,
    });
    expect(answer.text).not.toMatch(/permanence plan|second review/);
    const theirs = (await board('Mona')).rows.find(({ reference }) => reference === care)!;
    expect(theirs).toMatchObject({ children: [{ id: 'C1', initials: 'C1' }], childCount: 1, mayOpen: true });
  });

  it('is late from the first minute after the due day, and counts the days since', async () => {
    council.at(ON_THE_DAY);
    expect((await board('Mona')).totals).toMatchObject({ open: 3, late: 0, dueToday: 3 });
    council.at('2023-04-12T23:00:00.000Z');
    const { totals, rows, lateBy } = await board('Mona');
    expect(totals).toMatchObject({ open: 3, late: 3, dueToday: 0 });
    expect(rows.map(({ due }) => due.daysLate)).toEqual([1, 1, 1]);
    expect(lateBy.map(({ team, who, late }) => [team?.name, who[0]?.person?.name, late])).toEqual([
      ['Locality North', 'Walter', 1],
      ['Locality North', 'Tom', 1],
      ['Locality South', 'Tess', 1],
    ]);
  });

  it('narrows, and its totals are those of the rows that are left', async () => {
    council.at(A_DAY_LATE);
    const counted = async (query: string) => {
      const { rows, totals, columns } = await board('Mona', query);
      expect(totals.open).toBe(rows.length);
      expect(columns.reduce((sum, { open }) => sum + open, 0)).toBe(rows.length);
      return rows.map(({ reference }) => NAMES()[reference]).sort();
    };
    expect(await counted('?team=SOUTH')).toEqual(['south']);
    expect(await counted('?service=Localities')).toEqual(['care', 'health', 'south']);
    expect(await counted('?themeGroup=DD')).toEqual(['care']);
    expect(await counted('?waitingFor=tom')).toEqual(['care', 'health']);
    expect(await counted('?waitingFor=team-manager&stage=0')).toEqual(['health']);
    expect(await counted('?waitingFor=vacancy')).toEqual([]);
  });

  it('puts before each person what waits for them', async () => {
    council.at(A_DAY_LATE);
    expect((await toDo('Tom')).sort()).toEqual(['answer care', 'answer health']);
    expect((await toDo('Iris')).sort()).toEqual(['chase care', 'chase health']);
    expect(await toDo('Walter')).toEqual(['answer health']);
    expect((await toDo('Beth')).sort()).toEqual(['chase care', 'chase health', 'chase south']);
    expect(await toDo('Dora')).toEqual([]);
    expect((await work('Iris')).waitingForOthers.map(({ reference }) => reference).sort()).toEqual(
      [care, health].sort(),
    );
    expect((await council.get('Ines', '/work')).status).toBe(403);

    await council.done('Tom', `/disputes/${care}/answer`, anAnswer());
    expect(await toDo('Tom')).toEqual(['answer health']);
    expect(await toDo('Iris')).toEqual(['chase health', 'judge care']);
    await council.done('Iris', `/disputes/${care}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    expect(await toDo('Iris')).toEqual(['chase health', 'close care']);
    expect((await toDo('Tom')).sort()).toEqual(['action care', 'answer health']);
    await council.done('Iris', `/disputes/${care}/resolve`, { outcome: 'RES-ACT', impact: ['plan-moving'] });
    council.at('2023-04-17T08:00:00.000Z');
    expect((await toDo('Iris')).sort()).toEqual(['chase health', 'check-action care']);
  });

  it('shows what moved in the week, and what came back', async () => {
    council.at('2023-04-14T09:00:00.000Z');
    await council.done('Ivan', `/disputes/${south}/escalate`, { reason: 'No answer came.' });
    await council.done('Iris', `/disputes/${care}/reopen`, { reason: 'It was not so.' });
    const { thisWeek, rows } = await board('Mona');
    expect(thisWeek).toMatchObject({
      from: '2023-04-10',
      movedUp: [{ reference: south, on: '2023-04-14', stage: 2 }],
      settled: [{ reference: care }],
      cameBack: [{ reference: care, what: 'reopened' }],
    });
    expect(rows.find(({ reference }) => reference === south)!.who).toMatchObject([
      { kind: 'service-manager', person: { name: 'Sven' } },
    ]);
    council.at('2023-04-17T09:00:00.000Z');
    expect((await board('Mona')).thisWeek).toMatchObject({
      from: '2023-04-17',
      movedUp: [],
      settled: [],
      cameBack: [],
    });
  });

  it('says "vacancy" where nobody holds the post, and finds it by that', async () => {
    await council.done('Adam', '/posts/sven-post/leave', { person: 'sven', on: '2023-04-16' });
    const { rows, totals } = await board('Mona', '?waitingFor=vacancy');
    expect(totals).toMatchObject({ open: 1, vacancies: 1 });
    expect(rows).toMatchObject([
      {
        reference: south,
        who: [{ kind: 'service-manager', post: 'sven-post', title: 'service-manager', person: null }],
      },
    ]);
  });
});

describe('the figures of a year', () => {
  let council: Council;
  let north: string;
  let south: string;
  beforeAll(async () => {
    council = await Council.begin();
    north = (await council.done('Iris', '/disputes', aConcern())).reference;
    south = (await council.done('Ivan', '/disputes', aConcern({ children: ['C3'] }))).reference;
    await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme: 'DD-CARE' }));
    await council.done('Tom', `/disputes/${north}/answer`, anAnswer());
    council.at(A_DAY_LATE);
  });
  afterAll(() => council.end());

  const counted = async (person: string, report: string) =>
    (await council.get<{ counted: Record<string, never> }>(person, `/reports/${report}`)).body.counted;

  it('are whole for every reader of figures, and name of the disputes behind them those they may see', async () => {
    for (const [person, seen] of [
      ['Mona', [north, south]],
      ['Iris', [north]],
      ['Tess', [south]],
      ['Percy', [north, south]],
      // In outline.
      ['Dora', [north, south]],
    ] as const) {
      const formal = { dimensions: { kind: 'formal' }, due: 2, inTimeByFirstDate: { count: 1 } };
      const figures = await counted(person, 'timeliness/2023-24?by=kind');
      expect(figures).toMatchObject({ figures: [{ dimensions: { kind: 'informal' }, due: 1 }, formal] });
      const { body } = await council.get<HowFarDto>(person, '/reports/how-far/2023-24');
      const { places } = body.kinds.find(({ kind }) => kind === 'formal')!;
      const open = places.find(({ place }) => place === 'open')!;
      expect(open).toMatchObject({ place: 'open', count: 2 });
      expect([...open.references].sort()).toEqual([...seen].sort());
    }
    expect((await council.get('Walter', '/reports/how-far/2023-24')).status).toBe(403);
    expect((await council.get('Adam', '/reports/timeliness/2023-24')).status).toBe(403);
  });

  it('tell of what was raised again, and of the child only to those who may know', async () => {
    expect(await counted('Iris', 'repeats/2023-24')).toMatchObject({
      repeated: { count: 1 },
      matters: [{ child: { id: 'C1', initials: 'C1' }, themeGroup: 'DD' }],
    });
    expect(JSON.stringify(await counted('Percy', 'repeats/2023-24'))).not.toContain('"C1"');
    expect(await counted('Ivan', 'repeats/2023-24')).toMatchObject({ repeated: { count: 1 }, matters: [] });
  });

  it('say what came of it', async () => {
    await council.done('Iris', `/disputes/${north}/judge`, { verdict: 'satisfied', reason: 'There is a date.' });
    await council.done('Iris', `/disputes/${north}/resolve`, { outcome: 'RES-ACT', impact: ['plan-moving'] });
    expect(await counted('Mona', 'so-what/2023-24')).toMatchObject({
      raised: 3,
      closed: { count: 1, references: [north] },
      impact: [{ impact: 'plan-moving', count: 1, percent: 100 }],
      actions: { agreed: 1, toCome: { count: 1 } },
    });
  });

  it('refuse what is not a year, or nothing to count by', async () => {
    expect((await council.get('Mona', '/reports/so-what/2023-25')).status).toBe(404);
    expect((await council.get('Mona', '/reports/timeliness/2023-24?by=iro')).status).toBe(400);
  });
});
