import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROOFS } from '../faults/cases.js';
import {
  everySpec,
  groupsOf,
  IS_NIGHT,
  NIGHT,
  PARTS,
  ROOT,
  specsAlone,
  specsIn,
  specsOfTheNight,
} from '../together/specs.js';

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
    // How deep the proof of crashes goes is said in words.
    if (name === 'crash-points') return;
    expect(numbersIn(test!)).toContain(proof.test);
    expect(numbersIn(night!)).toContain(proof.night);
  });
});

const PLANTED = JSON.parse(readFileSync(join(ROOT, 'test/faults/planted-faults.json'), 'utf8')) as readonly {
  readonly fault: string;
  readonly spec: string;
  readonly test: string;
}[];

describe('Every spec', () => {
  it('is run once, in a group or alone: by script/test, or where docs/testing.md says so by script/test --night', () => {
    const grouped = PARTS.flatMap((part) => groupsOf(part).flatMap((group) => specsIn(part, group)));
    const leftToTheNight = IS_NIGHT ? [] : specsOfTheNight();
    expect([...grouped, ...specsAlone(), ...leftToTheNight].sort()).toEqual(everySpec());
  });

  it.each(NIGHT)('of the night is there, and docs/testing.md says so: $what', ({ what, specs, day }) => {
    for (const pattern of specs) expect(globSync(pattern, { cwd: ROOT })).not.toEqual([]);
    const files = specs.map((pattern) => `\`${pattern}\``).join(', ');
    expect(documentation).toContain(`| ${what} | ${files} | ${day} |`);
  });

  it('that docs/testing.md leaves to the night is one of those', () => {
    const table = documentation.slice(documentation.indexOf('| Left to the night |'));
    const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
    expect(rows).toHaveLength(NIGHT.length);
  });

  it.each(PLANTED)('$fault, which is planted, is noticed by day by a test that is there', ({ spec, test }) => {
    expect(specsOfTheNight()).not.toContain(spec);
    const text = readFileSync(join(ROOT, spec), 'utf8');
    // The name of a block, or of a test, or the end of one and the beginning of the other; what is worked out in a name is left out of it.
    const words = test.split(' ');
    const isThere = words.some((_, at) =>
      [words.slice(0, at), words.slice(at)].every((part) => text.includes(part.join(' '))),
    );
    expect({ test, isThere }).toEqual({ test, isThere: true });
  });

  it.each(PARTS.flatMap((part) => groupsOf(part).map((group) => [part, group] as const)))(
    'of %s in the group %s is run by a file of that name',
    (part, group) => {
      const file = readFileSync(join(ROOT, `test/together/${part}/${group}.ts`), 'utf8');
      expect(file).toContain(`await runTogether('${part}', '${group}');`);
    },
  );
});
