import { describe, expect, it } from '@jest/globals';
import type { ReadModels } from '../../platform/projections/projection.js';
import { Controls } from '../../../test/support/controls.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, registerOf } from '../../../test/support/registers.js';
import { type Dimension, themeCases, themeFigures, type ThemesQuestion } from './theme-figures.js';
import { plainThemes, themesText } from './themes.text.js';
import { IN_SET_UP } from '../../roles/agreed.js';
import { SAYS_NOTHING } from '../../protocol/words-now.js';

const today = '2023-05-02';

const themes = (question: ThemesQuestion, models: ReadModels, on: string) =>
  plainThemes(themeFigures(question, models, on));

const team = (teamId: string, name: string, service: string | null, ...later: object[]): Story => ({
  stream: `team-${teamId}`,
  events: [
    {
      type: 'TeamRegistered',
      data: {
        teamId,
        code: teamId.toUpperCase(),
        name,
        alsoWrittenAs: [],
        service,
        from: null,
        to: null,
        succeeds: [],
      },
    },
    ...(later as Story['events']),
  ],
});

const informal = { kind: 'informal', stageReached: 0 } as const;

/** Five informal and two formal disputes of 2022/23, in two teams; acknowledgements are kept as well, and 2021/22 is not. */
const stories: Story[] = [
  team('north', 'Locality North', 'Safeguarding', {
    type: 'TeamRenamed',
    data: { name: 'North Hub', from: '2022-10-01' },
  }),
  team('tc1', 'Through Care 1', 'Care', { type: 'TeamMovedToService', data: { service: 'Homes', from: '2022-09-01' } }),
  ...registerOf('one', {
    disputes: [
      { ...informal, team: 'north', raisedOn: '2022-04-01', theme: 'DD-PERM', children: ['1', '2'] },
      { ...informal, team: 'north', raisedOn: '2022-11-02', theme: 'DD', children: ['1'] },
      { ...informal, team: 'tc1', raisedOn: '2022-05-03', theme: 'EDUC', children: ['3'] },
      { ...informal, team: 'tc1', raisedOn: '2022-08-31', theme: 'DD-CARE', children: ['3'] },
      { ...informal, team: 'tc1', raisedOn: '2022-09-01', theme: 'LEGAL', children: ['4'], outcome: 'WDRAWN' },
      { kind: 'formal', team: 'tc1', raisedOn: '2022-06-30', theme: 'DD-LEGAL', stageReached: 2 },
      { kind: 'formal', team: 'tc1', raisedOn: '2023-03-31', theme: 'DD', stageReached: 1 },
      { kind: 'formal', team: 'tc1', raisedOn: '2022-07-01', theme: 'DD', outcome: 'VOID' },
    ],
    acknowledgements: [{ team: 'north', givenOn: '2022-12-24', theme: 'PA-LIFE' }],
    covers: covering('2022/23', 'informal', 'formal', 'acknowledgement'),
  }),
];

const count = async (by: Dimension[], filters = {}, year = '2022/23') =>
  themes({ year, by, filters }, await readModelsOf(...stories), today).rows;

describe('themes of a year', () => {
  it('counts each kind; voided ones are left out, withdrawn ones are not', async () => {
    expect(await count(['kind'])).toEqual([
      { kind: 'informal', count: 5 },
      { kind: 'formal', count: 2 },
      { kind: 'acknowledgement', count: 1 },
    ]);
  });

  it('gives rows of the dimensions asked for and the count, and nothing else', async () => {
    expect(await count(['kind', 'themeGroup'], { kind: 'informal' })).toEqual([
      { kind: 'informal', themeGroup: 'DD', count: 3 },
      { kind: 'informal', themeGroup: 'EDUC', count: 1 },
      { kind: 'informal', themeGroup: 'LEGAL', count: 1 },
    ]);
    expect(await count([], { kind: 'formal' })).toEqual([{ count: 2 }]);
  });

  it('keeps legal status apart from late court steps', async () => {
    expect(await count(['theme'], { kind: 'formal' })).toEqual([
      { theme: 'DD', count: 1 },
      { theme: 'DD-LEGAL', count: 1 },
    ]);
  });

  it('puts each day in its quarter, and shows the quarters without any', async () => {
    expect(await count(['kind', 'quarter'], { kind: 'formal' })).toEqual([
      { kind: 'formal', quarter: '2022/23 Q1', count: 1 },
      { kind: 'formal', quarter: '2022/23 Q2', count: 0 },
      { kind: 'formal', quarter: '2022/23 Q3', count: 0 },
      { kind: 'formal', quarter: '2022/23 Q4', count: 1 },
    ]);
  });

  it('counts by the highest stage reached, 0 for informal', async () => {
    expect(await count(['kind', 'stage'])).toEqual([
      { kind: 'informal', stage: 0, count: 5 },
      { kind: 'formal', stage: 1, count: 1 },
      { kind: 'formal', stage: 2, count: 1 },
      { kind: 'acknowledgement', stage: null, count: 1 },
    ]);
  });

  it('keeps a renamed team one team, under the name of the day', async () => {
    expect(await count(['team'], { kind: 'informal' })).toEqual([
      { team: 'North Hub', count: 2 },
      { team: 'Through Care 1', count: 3 },
    ]);
    expect(await count(['team', 'quarter'], { kind: 'informal', team: 'north' })).toEqual([
      { team: 'Locality North', quarter: '2022/23 Q1', count: 1 },
      { team: 'North Hub', quarter: '2022/23 Q2', count: 0 },
      { team: 'North Hub', quarter: '2022/23 Q3', count: 1 },
      { team: 'North Hub', quarter: '2022/23 Q4', count: 0 },
    ]);
  });

  it('finds a team by its code or any name it has had', async () => {
    for (const written of ['north', 'NORTH', 'locality north', 'North Hub']) {
      expect(await count([], { kind: 'informal', team: written })).toEqual([{ count: 2 }]);
    }
    expect(await count([], { kind: 'informal', team: 'elsewhere' })).toEqual([{ count: 0 }]);
  });

  it('counts by the service of the day', async () => {
    expect(await count(['service'], { kind: 'informal' })).toEqual([
      { service: 'Care', count: 2 },
      { service: 'Homes', count: 1 },
      { service: 'Safeguarding', count: 2 },
    ]);
  });

  it('counts children once in each line, beside the records, with the share of the kind', async () => {
    const { rows } = themeFigures(
      { year: '2022/23', by: ['kind', 'themeGroup'] },
      await readModelsOf(...stories),
      today,
    );
    expect(rows[0]).toMatchObject({ count: 3, children: 3, withdrawn: 0, share: 60, of: 5 });
    expect(rows[2]).toMatchObject({ dimensions: { themeGroup: 'LEGAL' }, count: 1, withdrawn: 1, share: 20 });
    const narrowed = themeFigures(
      { year: '2022/23', by: ['kind'], filters: { kind: 'informal', themeGroup: 'DD' } },
      await readModelsOf(...stories),
      today,
    );
    expect(narrowed.rows).toMatchObject([{ count: 3, share: 60, of: 5 }]);
  });

  it('refuses what is not a year or a dimension', async () => {
    const models = await readModelsOf();
    expect(() => themes({ year: '2022', by: [] }, models, today)).toThrow('2022/23');
    expect(() => themes({ year: '2022/23', by: ['colour' as Dimension] }, models, today)).toThrow('Count by any of');
  });
});

describe('a figure and the list behind it', () => {
  it.each<Dimension[][]>([
    [['kind', 'team', 'quarter']],
    [['service', 'theme']],
    [['iro', 'stage']],
    [['themeGroup', 'kind', 'service']],
    [[]],
  ])('agree, counted by %p', async (by) => {
    const models = await readModelsOf(...stories);
    const { rows, year } = themeFigures({ year: '2022/23', by }, models, today);
    expect(rows.reduce((sum, row) => sum + row.count!, 0)).toBe(8);
    for (const row of rows) expect(themeCases({ year, filters: row.filters }, models)).toHaveLength(row.count!);
  });

  it('shows each case with its team as on the day', async () => {
    const cases = themeCases(
      { year: '2022/23', filters: { team: 'north', kind: 'informal' } },
      await readModelsOf(...stories),
    );
    expect(cases).toMatchObject([
      { reference: 'one-1', countedOn: '2022-11-02', teamName: 'North Hub', themeGroup: 'DD', imported: true },
      { reference: 'one-0', countedOn: '2022-04-01', teamName: 'Locality North' },
    ]);
  });
});

describe('a figure that nobody knows', () => {
  it('is null with a note where no register was kept, never 0', async () => {
    expect(await count(['kind'], {}, '2021/22')).toEqual([
      { kind: 'informal', count: null, note: 'no register' },
      { kind: 'formal', count: null, note: 'no register' },
      { kind: 'acknowledgement', count: null, note: 'no register' },
    ]);
    expect(await count([], {}, '2021/22')).toEqual([
      { records: 'all disputes (records)', count: null, note: 'no register' },
      { records: 'acknowledgements', count: null, note: 'no register' },
    ]);
  });

  it('is null only in the quarters that a register leaves out', async () => {
    const half = registerOf('half', {
      disputes: [{ ...informal, raisedOn: '2022-05-01' }],
      covers: [{ kind: 'informal', from: '2022-04-01', to: '2022-09-12' }],
    });
    const { rows, notes } = themes(
      { year: '2022/23', by: ['quarter'], filters: { kind: 'informal' } },
      await readModelsOf(...half),
      today,
    );
    expect(rows.map((row) => row.count)).toEqual([1, 0, null, null]);
    expect(notes).toContain('informal: kept from 2022-04-01 to 2022-09-12 only');
  });

  it('is "not begun" in a quarter that lies ahead', async () => {
    const live = [{ stream: 'dispute-A', events: Controls.disputeRaised({ reference: 'A' }) }];
    const { rows } = themes(
      { year: '2022/23', by: ['quarter'], filters: { kind: 'formal' } },
      await readModelsOf(...live),
      '2022-07-02',
    );
    expect(rows.map(({ count, note }) => [count, note])).toEqual([
      [1, undefined],
      [0, 'so far, to 2022-07-02'],
      [null, 'not begun'],
      [null, 'not begun'],
    ]);
  });

  it('is "not collected" for a theme before the council listed it', async () => {
    const protocol = Controls.protocol({
      themes: [
        { code: 'DD', label: 'Drift' },
        { code: 'EDI', label: 'Equality', from: '2023-04-01' },
      ],
    });
    const adopted: Story = {
      stream: 'protocol-council',
      events: [
        {
          type: 'ProtocolAdopted',
          data: {
            version: 1,
            from: '2020-01-01',
            protocol,
            file: 'id: house',
            fileSha256: '0',
            warnings: [],
            agreed: IN_SET_UP,
          },
        },
      ],
    };
    const { rows } = themes(
      { year: '2022/23', by: ['theme'], filters: { kind: 'formal' } },
      await readModelsOf(...stories, adopted),
      today,
    );
    expect(rows).toContainEqual({ theme: 'EDI', count: null, note: 'not collected before 2023-04-01' });
    expect(rows).toContainEqual({ theme: 'DD', count: 1 });
  });

  it('is said of an import that was cut short', async () => {
    const cut = registerOf('cut', {
      disputes: [{ ...informal, raisedOn: '2022-05-01' }],
      covers: covering('2022/23', 'informal'),
      finished: false,
      rows: 9,
    });
    const { notes } = themes({ year: '2022/23', by: [] }, await readModelsOf(...cut), today);
    expect(notes).toContainEqual(expect.stringContaining('1 of 9 rows are counted'));
  });

  it('is forgotten with an import that was withdrawn', async () => {
    const [started, dispute] = registerOf('gone', {
      disputes: [{ ...informal, raisedOn: '2022-05-01' }],
      covers: covering('2022/23', 'informal'),
    });
    const models = await readModelsOf(
      {
        ...started!,
        events: [
          ...started!.events,
          { type: 'ImportWithdrawalStarted', data: { reason: 'The wrong file.' } },
          { type: 'ImportWithdrawn', data: { reason: 'The wrong file.', rowsWithdrawn: 1 } },
        ],
      },
      {
        ...dispute!,
        events: [
          ...dispute!.events,
          { type: 'ImportedDisputeWithdrawn', data: { importId: 'gone', reason: 'The wrong file.' } },
        ],
      },
    );
    expect(themes({ year: '2022/23', by: [], filters: { kind: 'informal' } }, models, today).rows).toEqual([
      { count: null, note: 'no register' },
    ]);
  });
});

it('prints a table for people', async () => {
  const text = themesText(
    themeFigures({ year: '2022/23', by: ['kind', 'themeGroup'] }, await readModelsOf(...stories), today),
    SAYS_NOTHING,
  );
  expect(text).toMatch(/^Kind +Theme group +Count +Share +Children +Withdrawn$/m);
  expect(text).toMatch(/^informal +DD Drift and delay +3 +60% +3 +0$/m);
});

it('says of a team that nobody knows that there is none', async () => {
  const asked = { year: '2022/23', by: [], filters: { team: 'Nroth' } } as const;
  const { notes } = themes(asked, await readModelsOf(...stories), today);
  expect(notes[0]).toBe('no team is called “Nroth”, in the directory or in a register, so there is nothing to count');
});
