import type { Course } from './columns.js';
import type { Courses, Thing } from './courses.js';

/** How the request of a line is made: lawful, so that only access can stand in its way. */
export interface Act {
  /** As the file has it. */
  readonly about: string;
  /** Whether the thing can be restricted to a list of people, as a dispute can. */
  readonly isRestrictable?: boolean;
  /** Whether a rule refuses it in each state that the matrix has, after access has let it through. */
  readonly isNeverCarriedOut?: boolean;
  /** The thing that it is done to; undefined if no such thing goes as that course says. */
  prepare(courses: Courses, course: Course): Promise<Thing | undefined>;
  /** @param person who sends it, by first name */
  send(thing: Thing, person: string): RequestOfAct;
}

/** A body of JSON, or a file. */
export interface RequestOfAct {
  readonly path: string;
  readonly body: object;
  readonly file?: { readonly name: string; readonly text: string };
}

/** Acts by their requests, as the file has them: `POST /disputes/:reference/answer`. */
export type Acts = Readonly<Record<string, Act>>;

export type Body = Readonly<Record<string, unknown>>;

export const NOTHING: Thing = { id: '', child: '', words: '', holder: '', asked: '' };

/**
 * An act on nothing that is there already.
 * @param bodyOf is given a word that stands nowhere else
 */
export const alone = (path: string, bodyOf: (word: string) => object): Act => ({
  about: 'nothing',
  prepare: async (courses) => ({ ...NOTHING, words: courses.newWord() }),
  send: ({ words }) => ({ path, body: bodyOf(words) }),
});
