import type { ReadModels } from '../platform/projections/projection.js';
import type { Directory } from './directory.js';
import { remembered } from './remembered.js';

/** Whatever a directory answers from. */
export const READ_MODELS_OF_DIRECTORY = [
  'child_allocations',
  'child_workers',
  'children',
  'covers',
  'people',
  'post_holders',
  'posts',
  'team_names',
  'teams',
] as const;

/** After so many questions all answers are forgotten, so that a council that asks for ever more days fills no memory. */
const QUESTIONS_REMEMBERED = 20_000;

/**
 * The same directory, which remembers what it has answered until the directory changes: a council changes a few times a day who holds which
 * post, and every page asks it some hundred times.
 */
export const lasting = (directory: Directory, readModels: Pick<ReadModels, 'revisionOf'>): Directory => {
  let known = { revision: '', asked: 0, directory };

  const current = (): Directory => {
    const revision = readModels.revisionOf(READ_MODELS_OF_DIRECTORY);
    if (revision !== known.revision || known.asked > QUESTIONS_REMEMBERED)
      known = { revision, asked: 0, directory: remembered(directory) };
    known.asked++;
    return known.directory;
  };

  return {
    ...directory,
    team: (...asked) => current().team(...asked),
    person: (...asked) => current().person(...asked),
    postsHeldBy: (...asked) => current().postsHeldBy(...asked),
    postsFor: (...asked) => current().postsFor(...asked),
    postsHeld: (...asked) => current().postsHeld(...asked),
    everyPostHeld: (...asked) => current().everyPostHeld(...asked),
    child: (...asked) => current().child(...asked),
    children: (...asked) => current().children(...asked),
    coverFor: (...asked) => current().coverFor(...asked),
    coverUntil: (...asked) => current().coverUntil(...asked),
    coveredBy: (...asked) => current().coveredBy(...asked),
  };
};
