import { createHash } from 'node:crypto';

const LENGTH = 12;

/**
 * How the address of a page says for whom somebody acts: not by name. It is no secret: whether they may is asked of the directory, as it is of
 * the header of a program.
 */
export const actingForCode = (person: string): string =>
  createHash('sha256').update(`acting for ${person}`).digest('base64url').slice(0, LENGTH);
