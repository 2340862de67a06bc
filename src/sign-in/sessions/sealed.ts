import { keyFrom, Sealing } from '../../platform/sealing/sealing.js';

/** With the key that follows from the id of a session, which only its cookie holds. */
const sealingOf = (id: string): Sealing => new Sealing(keyFrom('seal', id));

const ABOUT = 'session';

/** Closes a text so that only a person who knows the id of the session opens it: what is on disk tells nobody else anything. */
export const sealedWith = (id: string, text: string): string => sealingOf(id).seal(ABOUT, text);

/** The text; null where it was not closed with this id, or was changed. */
export const openedWith = (id: string, sealed: string): string | null => sealingOf(id).open(ABOUT, sealed);
