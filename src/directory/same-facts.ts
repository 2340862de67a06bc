import { isDeepStrictEqual } from 'node:util';

/** Whether two records say the same: recording it a second time is then no event and no error. */
export const sameFacts = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);
