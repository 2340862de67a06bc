import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
}, 60_000);
afterAll(async () => {
  service.child.kill('SIGTERM');
  await service.end();
  await terminal.remove();
});

describe('beside a running service', () => {
  it.each([
    ['report themes', ['report', 'themes', '--year', '2021/22', '--by', 'kind,team'], /Through Care 1/],
    ['report annual', ['report', 'annual', '2021/22'], /Informal disputes +103/],
    ['register check', ['register', 'check', ...WITH_MAPPING], /158 accepted/],
    ['register export', ['register', 'export', 'EXPORT'], /158 disputes/],
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
    ['register import', ['register', 'import', ...WITH_MAPPING, '--leave-out-refused']],
    ['register correct', ['register', 'correct', 'I21/001', '--set', 'Theme=LIFE', '--reason', 'Miscoded.']],
    ['directory import', ['directory', 'import', join(EXAMPLE, 'teams.csv')]],
    ['token create', ['token', 'create', '--for', 'P. Ames', '--days', '30']],
    ['rebuild', ['rebuild']],
  ])('%s would write, and is told plainly that the folder is in use', async (_, words) => {
    const { code, out, said } = await terminal.run(...words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toMatch(
      /^footprint: The data folder .* is in use by another Footprint \(process \d+\)\. Stop it first/,
    );
  });
});
