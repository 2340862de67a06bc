import { START, streamNameFilter, type Filter } from '@eventstore/db-client';
import type { Position } from '../event-store.js';
import { allPositionOf } from './position.js';
import { metadataStreamOf } from './stream-metadata.js';

/** Events a server looks through between two signs that it is still looking. */
const SEARCHED_AT_ONCE = 500;

/**
 * Lets the server leave out every stream that is not of these categories; without any named, every stream that is not the server's
 * own. Their metadata streams come along, so that events somebody hides are noticed.
 */
export const filterFor = (categories: readonly string[] | undefined, onCheckpoint: () => void): Filter => {
  const pace = {
    maxSearchWindow: SEARCHED_AT_ONCE,
    checkpointInterval: 1,
    // Nothing may throw in here.
    checkpointReached: async () => onCheckpoint(),
  };
  return categories === undefined
    ? streamNameFilter({ ...pace, regex: '^(\\$\\$)?[^$]' })
    : streamNameFilter({ ...pace, prefixes: prefixesOf(categories) });
};

export const isOfCategories = (stream: string, categories: readonly string[] | undefined): boolean =>
  categories === undefined ? !stream.startsWith('$') : categories.some((category) => stream.startsWith(`${category}-`));

export const startAfter = (position: Position | undefined): typeof START | ReturnType<typeof allPositionOf> =>
  position === undefined ? START : allPositionOf(position);

const prefixesOf = (categories: readonly string[]): string[] =>
  [...new Set(categories)].map((category) => `${category}-`).flatMap((prefix) => [prefix, metadataStreamOf(prefix)]);
