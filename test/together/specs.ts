import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * How the whole of script/test is put together (docs/testing.md). jest.together.config.js reads this without a build, so nothing here needs more
 * of TypeScript than its types.
 */

export const ROOT: string = join(import.meta.dirname, '../..');

const SPECS = '{src,projections,test,bench}/**/*.spec.ts';

/** Specs that `script/test` leaves to `script/test --night`, and what it has of them itself. */
export const NIGHT = JSON.parse(readFileSync(join(ROOT, 'test/night.json'), 'utf8')) as readonly {
  readonly what: string;
  readonly specs: readonly string[];
  readonly day: string;
}[];

/** Whether this run is one of the night, which leaves nothing out. */
export const IS_NIGHT = process.env['FOOTPRINT_NIGHT'] === 'on';

export type Part = 'rules' | 'proofs';

/** Patterns of the specs that run one after another in one process, by the name of their file in `rules/` or `proofs/`. */
const GROUPS = JSON.parse(readFileSync(join(import.meta.dirname, 'groups.json'), 'utf8')) as Readonly<
  Record<Part, Readonly<Record<string, readonly string[]>>>
>;

export const PARTS = Object.keys(GROUPS) as Part[];

/** The groups that have a spec in this run. */
export const groupsOf = (part: Part): string[] =>
  Object.keys(GROUPS[part]).filter((group) => specsIn(part, group).length > 0);

export const everySpec = (): string[] => specsOf([SPECS]);

export const specsOfTheNight = (): string[] => specsOf(NIGHT.flatMap(({ specs }) => specs));

/** The specs of a group that run now, each as a path from the root. @throws Error for a group that has none at any time */
export const specsIn = (part: Part, group: string): string[] => {
  const patterns = GROUPS[part][group];
  const specs = patterns === undefined ? [] : specsOf(patterns);
  if (specs.length === 0) throw new Error(`test/together/groups.json has no spec for ${part}/${group}.`);
  return ofThisRun(specs);
};

/** Journeys that are made again as in production. All of them take some minutes: `script/journeys`. */
export const journeysInProduction = (): string[] =>
  specsOf([`test/journeys/{dispute,writing-twice${IS_NIGHT ? ',challenge-meeting' : ''}}.spec.ts`]);

/** Specs that are in no group and run now: each in a process of its own. @throws Error where a spec is in two groups */
export const specsAlone = (): string[] => {
  const grouped = PARTS.flatMap((part) => Object.values(GROUPS[part]).flatMap(specsOf));
  const twice = grouped.filter((spec, index) => grouped.indexOf(spec) !== index);
  if (twice.length > 0) throw new Error(`test/together/groups.json has these in two groups: ${twice.join(', ')}`);
  return ofThisRun(everySpec().filter((spec) => !grouped.includes(spec)));
};

const ofThisRun = (specs: readonly string[]): string[] => {
  const atNight = specsOfTheNight();
  return specs.filter((spec) => IS_NIGHT || !atNight.includes(spec));
};

const specsOf = (patterns: readonly string[]): string[] => globSync(patterns, { cwd: ROOT }).sort();
