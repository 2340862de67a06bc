import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, type Running, Terminal } from './process.js';

const EXAMPLE = join(ROOT, 'examples/worcestershire');
const WITH_MAPPING = [join(EXAMPLE, 'disputes-2021-22.csv'), '--mapping', join(EXAMPLE, 'mapping.yaml')];

let terminal: Terminal;
let service: Running;
beforeAll(async () => {
  terminal = await Terminal.open();
  await terminal.run('directory', 'import', join(EXAMPLE, 'teams.csv'));
  await terminal.run('protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-04-01');
  await terminal.run('register', 'import', ...WITH_MAPPING, '--leave-out-refused');
  service = terminal.serve();
  await service.says(/http:\/\/|listening|ready/i);
});
afterAll(async () => {
  service.child.kill('SIGTERM');
  await service.end();
  await terminal.remove();
});

describe('beside a running service', () => {
  it.each([
    ['report themes', ['report', 'themes', '--year', '2021/22', '--by', 'kind,team'], /Through Care 1/],
    ['report annual', ['report', 'annual', '2021/22'], /Informal DRPs +103/],
    ['register check', ['register', 'check', ...WITH_MAPPING], /158 accepted/],
    ['register export', ['register', 'export', 'EXPORT'], /158 DRPs/],
    ['register imports', ['register', 'imports'], /finished/],
    ['token list', ['token', 'list'], /no token yet/],
    ['verify', ['verify'], /Log: no fault in itself/],
    ['events', ['events', '--stream', 'protocol-council'], /ProtocolAdopted/],
    ['backup', ['backup', 'COPY'], /copied to/],
  ])('%s reads', async (_, words, printed) => {
    const places = words.map((word) =>
      word === 'EXPORT' || word === 'COPY' ? join(terminal.folder, word.toLowerCase()) : word,
    );
    const { code, out, said } = await terminal.run(...places);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(out).toMatch(printed);
  });

  it.each([
    ['register import', ['register', 'import', ...WITH_MAPPING, '--leave-out-refused'], /Nothing new/],
    [
      'register correct',
      ['register', 'correct', 'I21/001', '--set', 'Theme=LIFE', '--reason', 'Miscoded.'],
      /^Corrected: DRP-/,
    ],
    ['directory import', ['directory', 'import', join(EXAMPLE, 'teams.csv')], /9 rows of teams, 0 changes/],
    ['setup-link', ['setup-link', '--for', 'Y. Holt'], /\/set-up\?link=\S{20,}\n$/],
    ['token create', ['token', 'create', '--for', 'G. Rowe', '--days', '30'], /^fp_|^TOK-|\S{20,}\n$/],
  ])('%s writes through the service', async (_, words, printed) => {
    const { code, out } = await terminal.run(...words);
    expect(code).toBe(0);
    expect(out).toMatch(printed);
  });

  it('puts what was done through it on record as done on the command line', async () => {
    const { out } = await terminal.run('events', '--json');
    const { events } = JSON.parse(out) as { events: { type: string; metadata: { actor: { person: string } } }[] };
    const made = events.filter(({ type }) => type === 'TokenCreated' || type === 'ImportedDisputeCorrected');
    expect(made.map(({ type, metadata }) => [type, metadata.actor.person])).toEqual([
      ['ImportedDisputeCorrected', 'command-line'],
      ['TokenCreated', 'command-line'],
    ]);
  });

  it('says what is wrong with a command, with the same exit code and nothing on standard output', async () => {
    const failed = await terminal.run('register', 'correct', 'Nowhere', '--set', 'Theme=LIFE', '--reason', 'Miscoded.');
    expect(failed).toEqual({
      code: 1,
      out: '',
      said: 'footprint: No row of the register has the reference Nowhere.\n',
    });
    expect((await terminal.run('token', 'create', '--for', 'case-system', '--role', 'iro', '--days', '3')).code).toBe(
      2,
    );
  });

  it('finds files from the folder in which the command was typed', async () => {
    await writeFile(join(terminal.folder, 'more.csv'), 'Team,Also written as\nNew Team,NT\n');
    const { code, out } = await terminal.shell(
      `cd "$FOOTPRINT_DATA_DIR/.." && ${join(ROOT, 'bin/footprint')} directory import more.csv`,
    );
    expect({ code, out: out.split(':')[1] }).toEqual({ code: 0, out: ' 1 row of teams, 1 change, 0 refused\n' });
  });

  it('listens where only the owner of the data folder can reach it', async () => {
    const data = join(terminal.folder, 'data');
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect((await stat(join(data, 'operator.sock'))).mode & 0o777).toBe(0o600);
  });

  it('does not rebuild while the service reads, and says so plainly', async () => {
    const { code, out, said } = await terminal.run('rebuild');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(
      /^footprint: The data folder .* is in use by another Footprint \(process \d+\)\. Stop it first/,
    );
  });
});
