import { SetMetadata } from '@nestjs/common';
import type { Shown } from './events.js';

const OPENS = Symbol('opens');

/** The view-log entry for an answer: what it shows of children's matters, or `nothing` with the reason why it holds no word and no initials. */
export type Opening = { readonly what: Exclude<Shown, 'figures'> } | { readonly nothing: string };

/**
 * Says what of children's matters a reading shows, so that its opening is logged. Every route that reads says it, or
 * {@link OpensNothing}: one that says neither answers nobody.
 */
export const Opens = (what: Exclude<Shown, 'figures'>): MethodDecorator =>
  SetMetadata(OPENS, { what } satisfies Opening);

/** A file about records of which some stand in it under a number of the council’s own, so that it says itself what it is about. */
export class FileOfRecords {
  constructor(
    readonly text: string,
    /** Under which they are kept here. */
    readonly references: readonly string[],
  ) {}
}

/** For a reading in whose answer no word about a child and no initials ever stand. */
export const OpensNothing = (why: string): MethodDecorator => SetMetadata(OPENS, { nothing: why } satisfies Opening);

/** The statement of a route about itself; undefined if it makes none. */
export const openingOf = (handler: object): Opening | undefined =>
  Reflect.getMetadata(OPENS, handler) as Opening | undefined;
