import type { CouncilView } from './council.query.js';

/** Whether the council is open, and what one person gave while it was set up; the last line has the digest that confirms it. */
export const councilText = ({ standing, posts, rules, missing, digest }: CouncilView): string =>
  [
    standing === 'open' ? 'The council is open.' : 'The council is being set up: nobody reads a case yet.',
    ...posts.map(
      ({ title, name, person, from }) => `  ${title}: ${name ?? person}${from === null ? '' : ` from ${from}`}`,
    ),
    ...rules.map(({ title, version, from }) => `  Rules: ${title}, version ${version}, from ${from}`),
    ...missing.map((what) => `Missing: ${what}`),
    `List: ${digest}`,
    '',
  ].join('\n');
