import type { Permission } from '../access/access-table.js';
import { addressOfWeek, weekIn } from './weeks.js';

/** The subject of a notice about a cover: the stream bears the id of a person, which no message may hold. */
export const COVERS = 'COVERS';

/** The same of what was changed in the directory. */
export const TEAMS = 'TEAMS';
export const CHILDREN = 'CHILDREN';
export const PEOPLE = 'PEOPLE';
/** And of everything that somebody has to do. */
export const MY_WORK = 'MY-WORK';

/** Records that were handed over in one act: its notice leads to the work of its reader. */
const CASELOAD = 'CLH';

/** The places in which something is looked up that has no reference: their names, and their paths. */
const PLACES: Readonly<Partial<Record<string, { readonly name: string; readonly path: string }>>> = {
  [COVERS]: { name: 'Covers', path: '/covers' },
  [TEAMS]: { name: 'Teams', path: '/teams' },
  [CHILDREN]: { name: 'Children', path: '/children' },
  [PEOPLE]: { name: 'People', path: '/directory?show=people' },
  [MY_WORK]: { name: 'My work', path: '/my-work' },
};

/** The name of the place in which it is looked up; null where it has a reference. */
export const placeOf = (about: string): string | null =>
  weekIn(about) === null ? (PLACES[about]?.name ?? null) : 'The board';

/** The page of a record, by the prefix of its reference. */
const PAGES: Readonly<Partial<Record<string, string>>> = {
  DRP: '/disputes',
  PA: '/acknowledgements',
  RVW: '/reviews',
  REC: '/recommendations',
  CM: '/challenge/meetings',
  PRP: '/roles/proposals',
  ACC: '/accounts',
  TOK: '/tokens',
  RPT: '/published-reports',
};

/** Rows of the access table of pages that not everybody opens who is told of what they show. */
const OPENED_BY: Readonly<Partial<Record<string, Permission>>> = {
  PRP: 'role.read',
  ACC: 'role.read',
  TOK: 'role.read',
};

/**
 * Path of the page of what somebody was told of, as they find it on their page of notices: of emergency access the list of who took it, for
 * those who look after that; null where the page is not theirs to open, so that no link ends in a refusal.
 */
export const whereItLeadsFor = (
  about: string,
  kind: string,
  may: (permission: Permission) => boolean,
): string | null => {
  if (kind === 'emergency-access' && may('emergency.read')) return '/emergency-access';
  const needed = OPENED_BY[about.slice(0, about.indexOf('-'))];
  return needed === undefined || may(needed) ? whereItLeads(about) : null;
};

/** Path of the page of what a notice is about, for a message and for the page of notices alike; of a dispute where its prefix is another. */
export const whereItLeads = (about: string): string => {
  const place = PLACES[about];
  if (place !== undefined) return place.path;
  const week = weekIn(about);
  if (week !== null) return addressOfWeek(week);
  const prefix = about.slice(0, about.indexOf('-'));
  return prefix === CASELOAD ? '/my-work' : `${PAGES[prefix] ?? PAGES.DRP}/${about}`;
};
