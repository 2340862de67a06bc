import { randomUUID } from 'node:crypto';

/** An id for something that nobody sends twice, such as the looking at a page. A thing that may be repeated derives its id instead. */
export const newId = (): string => randomUUID();
