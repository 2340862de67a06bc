import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transformSync } from '@swc/core';

/* In a process of its own: whoever sets how traces are written sets it for everything that runs in the process. */

const OURS = join(import.meta.dirname, 'lines-of-sources.ts');
const THROWS = `interface Unused {
  readonly never: string;
}

export const throws = (): never => {
  throw new Error('not foreseen');
};
`;

describe('a stack trace', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footprint-lines-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    const { code, map } = transformSync(THROWS, {
      ...{ filename: 'throws.ts', sourceMaps: true },
      jsc: { target: 'es2024', parser: { syntax: 'typescript' } },
    });
    writeFileSync(join(folder, 'with-map.mjs'), code);
    writeFileSync(join(folder, 'with-map.mjs.map'), map!);
    writeFileSync(join(folder, 'without-map.mjs'), code);
  });

  const traceOf = (file: string): string[] => {
    writeFileSync(
      join(folder, 'runs.mjs'),
      `const { nameLinesOfSources } = await import(${JSON.stringify(OURS)});
       const { throws } = await import('./${file}');
       nameLinesOfSources();
       try { throws(); } catch (error) { console.log(error.stack); }`,
    );
    const { stdout } = spawnSync(process.execPath, ['--no-warnings', join(folder, 'runs.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    return stdout.split('\n');
  };

  it('names the line that was written, not that of the file which was made of it', () => {
    const [message, first] = traceOf('with-map.mjs');
    expect(message).toBe('Error: not foreseen');
    expect(first).toBe(`    at throws (${join(folder, 'throws.ts')}:6:9)`);
  });

  it('names the file that ran where nothing says what it was made of', () => {
    const [message, first] = traceOf('without-map.mjs');
    expect(message).toBe('Error: not foreseen');
    expect(first).toMatch(/^ {4}at throws \(file:.*without-map\.mjs:2:11\)$/);
  });
});
