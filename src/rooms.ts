import type { Type } from '@nestjs/common';

/** The pages beside disputes, acknowledgements and one’s own work: children’s records, covers, reviews, and who opened what. */
export const rooms: readonly Type[] = [
];
