import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * How the whole of script/test is put together (docs/testing.md). jest.together.config.js reads this without a build, so nothing here needs more
 * of TypeScript than its types.
 */

export const ROOT: string = join(import.meta.dirname, '../..');

const SPECS = '{src,projections,test,bench}/**/*.spec.ts';

export type Part = 'rules' | 'proofs';

/** Patterns of the specs that run one after another in one process, by the name of their file in `rules/` or `proofs/`. */
const GROUPS = JSON.parse(readFileSync(join(import.meta.dirname, 'groups.json'), 'utf8')) as Readonly<
  Record<Part, Readonly<Record<string, readonly string[]>>>
>;

export const PARTS = Object.keys(GROUPS) as Part[];

export const groupsOf = (part: Part): string[] => Object.keys(GROUPS[part]);

export const everySpec = (): string[] => specsOf([SPECS]);

/** The specs of a group, each as a path from the root. @throws Error where there is none */
export const specsIn = (part: Part, group: string): string[] => {
  const patterns = GROUPS[part][group];
  const specs = patterns === undefined ? [] : specsOf(patterns);
  if (specs.length === 0) throw new Error(`test/together/groups.json has no spec for ${part}/${group}.`);
  return specs;
};

/** Specs that are in no group: each runs in a process of its own. @throws Error where a spec is in two groups */
export const specsAlone = (): string[] => {
  const grouped = PARTS.flatMap((part) => groupsOf(part).flatMap((group) => specsIn(part, group)));
  const twice = grouped.filter((spec, index) => grouped.indexOf(spec) !== index);
  if (twice.length > 0) throw new Error(`test/together/groups.json has these in two groups: ${twice.join(', ')}`);
  return everySpec().filter((spec) => !grouped.includes(spec));
};

const specsOf = (patterns: readonly string[]): string[] => globSync(patterns, { cwd: ROOT }).sort();
