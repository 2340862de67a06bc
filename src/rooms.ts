import type { Type } from '@nestjs/common';
import { childPages } from './directory/children/child-pages.js';

/** The pages beside disputes, acknowledgements and one’s own work: children’s records, covers, reviews, and who opened what. */
export const rooms: readonly Type[] = [
  ...childPages,
];
