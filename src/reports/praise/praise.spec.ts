import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { dispute, protocolAdopted, readingAt, team } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, registerOf } from '../../../test/support/registers.js';
import type { Acknowledged } from '../../acknowledgements/events.js';
import { praise } from './praise.js';
import { inShort, praiseShown } from './praise-shown.js';
import { praiseText } from './praise.text.js';

const LATER = '2022-10-20T09:00:00.000Z';
const given = (reference: string, acknowledged: Partial<Acknowledged>, ...more: Story['events']): Story => ({
  stream: `acknowledgement-${reference}`,
  events: [
    {
      type: 'PracticeAcknowledged',
      data: {
        ...{ reference, givenOn: '2022-07-01', giverRole: 'iro', giver: 'iris', protocolVersion: 1, adviceGiven: [] },
        acknowledged: { ...Controls.acknowledged, wholeTeam: false, ...acknowledged },
      },
    },
    ...more,
  ],
});
const person = (id: string) => ({ person: id, name: null, agency: null });
const outside = (name: string) => ({ person: null, name, agency: 'A school' });
const withdrawn = { type: 'AcknowledgementWithdrawn', data: { reason: 'The wrong person.' } };

const stories: Story[] = [
  protocolAdopted(),
  team('through-care-3', 'Through Care 3'),
  team('alpha', 'Alpha'),
  dispute('D1', ...Controls.disputeRaised({ reference: 'D1' })),
  given('PA-1', { team: 'alpha', theme: 'PA-SIB', people: [person('sue'), outside('Mr Hall')] }),
  given('PA-2', { team: 'alpha', theme: 'PA-SIB', people: [person('sue'), outside('mr hall ')] }),
  given('PA-3', { team: 'through-care-3', theme: 'PA-VOICE', people: [person('sue')], wholeTeam: true }),
  given('PA-4', { team: 'alpha', theme: 'PA-VOICE', people: [person('zed')], wholeTeam: true }, withdrawn),
];
const reading = async (...of: readonly Story[]) => readingAt(await readModelsOf(...of), LATER);

describe('where acknowledgements went', () => {
  it('is counted by team A to Z beside disputes, and never added', async () => {
    const { counted } = praise('2022/23', await reading(...stories));
    expect(counted!.teams).toEqual([
      {
        ...{ id: 'alpha', name: 'Alpha', acknowledgements: 3, disputes: 0 },
        people: { count: 2, references: ['PA-1', 'PA-1', 'PA-2', 'PA-2'] },
        wholeTeams: { count: 0, references: [] },
      },
      {
        ...{ id: 'through-care-3', name: 'Through Care 3', acknowledgements: 1, disputes: 1 },
        people: { count: 1, references: ['PA-3'] },
        wholeTeams: { count: 1, references: ['PA-3'] },
      },
    ]);
    expect(counted!.all).toMatchObject({
      acknowledgements: 4,
      disputes: 1,
      people: { count: 2 },
      wholeTeams: { count: 1 },
    });
  });

  it('is counted by what was done well, where no dispute stands beside it', async () => {
    const { counted } = praise('2022/23', await reading(...stories));
    expect(counted!.themes.map(({ id, acknowledgements, disputes }) => [id, acknowledgements, disputes])).toEqual([
      ['PA-VOICE', 2, null],
      ['PA-SIB', 2, null],
    ]);
  });

  it('says who is thanked in no register', async () => {
    const rows = registerOf('y21', {
      acknowledgements: [{ givenOn: '2021-05-01' }],
      covers: covering('2021/22', 'acknowledgement'),
    });
    const { counted } = praise('2021/22', await reading(protocolAdopted(), ...rows));
    expect(counted!.all).toMatchObject({ acknowledgements: 1, people: null });
  });

  it('is not known of a year in which nobody kept any, and that is not 0', async () => {
    expect(praise('2019/20', await reading(...stories)).counted).toBeNull();
  });

  it('is the same in text and on the page', async () => {
    const report = praise('2022/23', await reading(...stories));
    expect(praiseText(report, { themes: [] })).toMatch(/^Alpha +3 +0 +2 +0$/m);
    const { tables } = praiseShown(report, { said: (text) => text, theme: (code) => code });
    expect(tables[0]!.lines[0]!.cells.map(({ text, href }) => [text, href])).toEqual([
      ['3', '/themes/cases?kind=acknowledgement&year=2022%2F23&team=alpha'],
      ['0', undefined],
      ['2', undefined],
      ['0', undefined],
    ]);
  });

  it('is drawn with names in so few letters that they do not run into one another', () =>
    expect(['Through Care 2', 'Children with Disabilities', 'Locality North'].map(inShort)).toEqual([
      'TC2',
      'CwD',
      'LN',
    ]));
});
