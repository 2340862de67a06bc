import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROOFS } from '../faults/cases.js';
import { everySpec, PARTS, groupsOf, ROOT, specsAlone, specsIn } from '../together/specs.js';

const documentation = readFileSync(join(ROOT, 'docs/testing.md'), 'utf8');

/** The cells of the table of proofs, by the name of each. */
const rows = new Map(
  [...documentation.matchAll(/^\| `([a-z-]+)`[^|]*\|(.*)\|$/gm)].map(([, name, cells]) => [name!, cells!.split('|')]),
);
const numbersIn = (cell: string): number[] =>
  (cell.match(/\d[\d,]*/g) ?? []).map((each) => Number(each.replace(',', '')));

describe('The table of proofs in docs/testing.md', () => {
  it.each(Object.entries(PROOFS))('says of %s what is tried, and in how many seconds', (name, proof) => {
    const [test, night, seconds] = rows.get(name) ?? [];
    expect(numbersIn(seconds ?? '')).toEqual([proof.seconds]);
    expect(existsSync(join(ROOT, proof.file))).toBe(true);
    // How deep the proof of crashes goes, and how many cells of the matrix it asks, is said in words.
    if (name === 'crash-points' || name === 'matrix') return;
    expect(numbersIn(test!)).toContain(proof.test);
    expect(numbersIn(night!)).toContain(proof.night);
  });
});

describe('Every spec', () => {
  it('is run once by script/test, in a group or alone', () => {
    const grouped = PARTS.flatMap((part) => groupsOf(part).flatMap((group) => specsIn(part, group)));
    expect([...grouped, ...specsAlone()].sort()).toEqual(everySpec());
  });

  it.each(PARTS.flatMap((part) => groupsOf(part).map((group) => [part, group] as const)))(
    'of %s in the group %s is run by a file of that name',
    (part, group) => {
      const file = readFileSync(join(ROOT, `test/together/${part}/${group}.ts`), 'utf8');
      expect(file).toContain(`await runTogether('${part}', '${group}');`);
    },
  );
});
