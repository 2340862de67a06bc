import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { AuthorisedRegisters } from '../../src/register/bringing-in/authorised-registers.js';
import { fileOfBytes } from '../../src/register/reading/register-file.js';
import type { Council } from '../journeys/council.js';

const example = (name: string): Buffer =>
  readFileSync(new URL(`../../examples/worcestershire/${name}`, import.meta.url));

/** Teams of the example in services of our own: the files name none. */
const serviceOf = (team: string): string => (team.startsWith('Through Care') ? 'Through Care' : 'Localities');

const ID = 'registers of the example';

const BETH = { postId: 'beth-post', kind: 'business-support', title: 'Beth', team: null, service: null } as const;
const sentBy = (commandId: string) => ({
  asker: { person: 'beth', name: 'Beth', posts: [BETH] },
  ...{ commandId, correlationId: commandId },
});

/** Takes what was read in away again. */
export const withdrawFromWorcestershire = async (council: Council, importId: string): Promise<void> => {
  const sent = sentBy('withdrawal of the registers');
  await council.app.get(AuthorisedRegisters).withdraw(importId, 'It was another file.', sent);
  await council.caughtUp();
};

/** Reads the example registers of Worcestershire in, with their teams: two years of disputes, and the acknowledgements of the second. */
export const readInWorcestershire = async (council: Council): Promise<void> => {
  const teams = parse(example('teams.csv'), { columns: true }) as Record<string, string>[];
  for (const { Team: name = '', 'Also written as': written = '' } of teams) {
    const teamId = name.toLowerCase().replaceAll(' ', '-');
    if (name === 'Locality North' || name === 'Locality South') continue;
    await council.done('Adam', '/teams', { teamId, code: teamId, name, service: serviceOf(name) });
    await council.done('Adam', `/teams/${teamId}/add-spellings`, { alsoWrittenAs: spellings(written, name) });
  }
  for (const [id, name] of [
    ['north', 'Locality North'],
    ['south', 'Locality South'],
  ] as const) {
    const { 'Also written as': written = '' } = teams.find(({ Team }) => Team === name)!;
    await council.done('Adam', `/teams/${id}/add-spellings`, { alsoWrittenAs: spellings(written, name) });
  }
  const files = ['disputes-2021-22.csv', 'disputes-2022-23.csv', 'acknowledgements-2022-23.csv'];
  await council.app.get(AuthorisedRegisters).bringIn(
    {
      files: files.map((name) => fileOfBytes(name, example(name))),
      ...{ mapping: example('mapping.yaml').toString(), covers: '' },
    },
    { expectTotal: 414, leaveOutRefused: true },
    sentBy(ID),
  );
  await council.caughtUp();
};

export interface RowToReadIn {
  /** As the register writes it. */
  readonly team: string;
  readonly kind: 'Formal' | 'Informal';
  /** `15/12/2022`. */
  readonly raised: string;
}

/** Reads rows in, each of a child of its own, after the registers of the example or in their place. */
export const readInRows = async (
  council: Council,
  rows: readonly RowToReadIn[],
  { name = 'rows', covers = '' }: { readonly name?: string; readonly covers?: string } = {},
): Promise<void> => {
  const [heads = ''] = example('disputes-2022-23.csv').toString().split(/\r?\n/, 1);
  const lines = rows.map(
    ({ team, kind, raised }, index) =>
      `${name}/${index + 1},${name}-${index + 1},I. Thorne,${team},,${kind},${raised},Placement,It was moved.,Y,,,,,,,,`,
  );
  await council.app.get(AuthorisedRegisters).bringIn(
    {
      files: [fileOfBytes(`${name}.csv`, Buffer.from([heads, ...lines, ''].join('\n')))],
      ...{ mapping: example('mapping.yaml').toString(), covers },
    },
    { expectTotal: rows.length, leaveOutRefused: false },
    sentBy(`registers named ${name}`),
  );
  await council.caughtUp();
};

const spellings = (written: string, name: string): string[] => [
  ...new Set(
    written
      .split('|')
      .map((each) => each.trim())
      .filter((each) => each !== '' && each !== name),
  ),
];
