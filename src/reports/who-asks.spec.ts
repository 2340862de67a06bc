import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, protocolAdopted, readingAt, team } from '../../test/support/leaders.js';
import { readModelsOf } from '../../test/support/read-models.js';
import { type AskedBy, type Asker, THE_OPERATOR } from '../access/asker.js';
import type { DisputeEvent } from '../disputes/events.js';
import type { PostKind } from '../protocol/protocol.js';
import type { Readings } from '../reading/readings.js';
import { ReadEscalations, ReadEscalationsHandler } from './escalations/escalations.query.js';
import { ReadHowFar, ReadHowFarHandler } from './how-far/how-far.query.js';
import { ReadDueDatesAddressHandler } from './my-work/due-dates/due-dates.query.js';
import { ReadWorkOf, ReadWorkOfHandler } from './my-work/my-work.query.js';
import { reportQueries } from './queries.js';
import { ReadRepeats, ReadRepeatsHandler } from './repeats/repeats.query.js';
import { reportRoutes } from './routes.js';
import { ListThemeCases, ListThemeCasesHandler } from './themes/theme-cases.query.js';
import { CountThemes, CountThemesHandler } from './themes/themes.query.js';

/*
 * Two disputes about the same child and theme; the later one is restricted to the IRO who holds it.
 */
const YEAR = '2022/23';
const restricted: DisputeEvent = { type: 'DisputeRestricted', data: { readers: ['iro-rowe'], reason: 'Family.' } };
const asker = (person: string, kind: PostKind): Asker => ({
  person,
  name: person,
  posts: [{ postId: `post-of-${person}`, kind, title: kind, team: null, service: null }],
});
const reader = asker('iro-rowe', 'iro');
const manager = asker('mona', 'iro-manager');
const analyst = asker('walter', 'performance-analyst');
const lead = asker('barlow', 'service-manager');

let readings: Readings;
beforeAll(async () => {
  const models = await readModelsOf(
    protocolAdopted(),
    team('through-care-3', 'Through Care 3', 'Care'),
    ...post('iro', null, 'iro-rowe'),
    ...post('team-manager', 'through-care-3', 'cole'),
    dispute('A', ...Controls.disputeRaised({ reference: 'A' })),
    dispute('B', ...Controls.disputeRaised({ reference: 'B' }), restricted),
  );
  const reading = readingAt(models, Controls.afterDue);
  const at: Readings['at'] = async (_, answer) => answer(reading, reading);
  readings = { now: () => Promise.resolve(reading), at } as Readings;
});

describe('the disputes behind the figures of a year', () => {
  const read = async (who: AskedBy) => {
    const { kinds } = await new ReadHowFarHandler(readings).execute(new ReadHowFar(who, YEAR));
    const formal = kinds.find(({ kind }) => kind === 'formal')!;
    return { raised: formal.raised, references: formal.places.flatMap(({ references }) => references) };
  };

  it('are all there for the command line, which is the operator', async () => {
    expect(await read(THE_OPERATOR)).toEqual({ raised: 2, references: ['A', 'B'] });
  });

  it('are those that an asker may see, and what is restricted to others is not counted for them', async () => {
    expect(await read(reader)).toEqual({ raised: 2, references: ['A', 'B'] });
    expect(await read(manager)).toEqual({ raised: 1, references: ['A'] });
  });

  it('are counted whole, which is said, for the returns of those who are shown no child and no word', async () => {
    for (const who of [THE_OPERATOR, analyst] as const) {
      const { kinds, notes } = await new ReadHowFarHandler(readings).execute(new ReadHowFar(who, YEAR));
      expect(kinds.find(({ kind }) => kind === 'formal')!.raised).toBe(2);
      expect(notes).toContain(
        '1 record is restricted to named readers: counted here, and in nobody else’s figures but those readers’ own',
      );
    }
    const { notes } = await new ReadHowFarHandler(readings).execute(new ReadHowFar(manager, YEAR));
    expect(notes.join(' ')).not.toContain('restricted');
  });
});

describe('repeats of a dispute', () => {
  const read = async (who: AskedBy) =>
    (await new ReadRepeatsHandler(readings).execute(new ReadRepeats(who, YEAR))).counted!;

  it('names the child and both disputes to the operator', async () => {
    const { repeated, matters } = await read(THE_OPERATOR);
    expect(repeated).toMatchObject({ count: 1, references: ['B'] });
    expect(matters).toMatchObject([{ child: { id: Controls.subject.children[0] }, references: ['A', 'B'] }]);
  });

  it('do not show that a restricted dispute exists, nor a child to those who read figures alone', async () => {
    expect(await read(manager)).toMatchObject({ raised: 1, repeated: { count: 0, references: [] }, matters: [] });
    expect(JSON.stringify(await read(analyst))).not.toContain('"child"');
  });
});

describe('open disputes', () => {
  const board = async (who: AskedBy) => {
    const { rows } = await new ReadEscalationsHandler(readings).execute(new ReadEscalations(who));
    return rows.map(({ reference }) => reference);
  };

  it('leaves restricted records out at the command line, for what is printed may be passed on', async () => {
    expect(await board(THE_OPERATOR)).toEqual(['A']);
    const { work } = await new ReadWorkOfHandler(readings).execute(new ReadWorkOf(THE_OPERATOR, 'cole'));
    expect(new Set(work.items.map(({ reference }) => reference))).toEqual(new Set(['A']));
  });

  it('shows them to those to whom they are restricted', async () => {
    expect(await board(reader)).toEqual(['A', 'B']);
    expect(await board(manager)).toEqual(['A']);
  });

  it('refuses the work of a person whom nobody knows', async () => {
    const asked = new ReadWorkOfHandler(readings).execute(new ReadWorkOf(THE_OPERATOR, 'Nobody Known'));
    await expect(asked).rejects.toMatchObject({ code: 'nobody-of-this-name' });
  });
});

describe('themes', () => {
  const byIro = (who: AskedBy) =>
    new CountThemesHandler(readings).execute(new CountThemes(who, { year: YEAR, by: ['iro'] }));
  const cases = async (who: AskedBy, iro?: string) =>
    (await new ListThemeCasesHandler(readings).execute(new ListThemeCases(who, YEAR, { ...(iro && { iro }) }))).items;

  it('are counted by person for the operator and inside the IRO service alone', async () => {
    expect((await byIro(THE_OPERATOR)).rows).toMatchObject([{ count: 2 }]);
    expect((await byIro(manager)).rows).toMatchObject([{ count: 1 }]);
    await expect(byIro(lead)).rejects.toMatchObject({ code: 'not-yours' });
    await expect(cases(lead, 'iro-rowe')).rejects.toMatchObject({ code: 'not-yours' });
  });

  it('list the records that an asker may see, without who raised them', async () => {
    expect((await cases(THE_OPERATOR)).map(({ reference }) => reference).sort()).toEqual(['A', 'B']);
    expect((await cases(manager)).map(({ reference }) => reference)).toEqual(['A']);
    expect(Object.keys((await cases(manager))[0]!)).not.toContain('iro');
  });
});

describe('the lists of the folder', () => {
  const exportedBy = async (pattern: string, name: RegExp): Promise<unknown[]> => {
    const modules = await Promise.all(
      globSync(join(import.meta.dirname, pattern)).map((file) => import(file) as Promise<Record<string, unknown>>),
    );
    return modules.flatMap((module) => Object.entries(module).flatMap(([as, value]) => (name.test(as) ? [value] : [])));
  };

  it('name the handler of every query', async () => {
    // The key of its addresses is known to the pages alone, so it is put together with them.
    const withPages = [ReadDueDatesAddressHandler];
    expect(new Set(await exportedBy('**/*.query.ts', /Handler$/))).toEqual(new Set([...reportQueries, ...withPages]));
  });

  it('name every route', async () => {
    expect(new Set(await exportedBy('**/*.{api,route}.ts', /(Api|Route)$/))).toEqual(new Set(reportRoutes));
  });
});
