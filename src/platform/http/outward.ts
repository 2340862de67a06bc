import { Problem } from './problem.js';

/** How people are to read the texts of the program. Parts that a platform does not know, such as a council's own words, are handed in. */
export interface Outward {
  /** At the moment, with what may have changed elsewhere looked up. */
  now(): Promise<Said>;
  /** By what is known without a wait, for answers that say why something was refused. */
  lastKnown(): Said;
}

/**
 * Puts one text of the program as people are to read it; undefined where every text may leave as it is.
 * @param ladder code of the ladder of which the text speaks, where things may be called otherwise
 */
export type Said = ((text: string, ladder?: string) => string) | undefined;

export const OUTWARD = Symbol('Outward');

/** Fields of answers that hold a sentence of the program. No field of this name holds what a person typed. */
const SENTENCES: ReadonlySet<string> = new Set([
  ...['message', 'detail', 'definition', 'countedBy', 'line', 'rule', 'base', 'records', 'missing', 'previousMissing'],
  ...['meets', 'gives', 'label', 'notes', 'warnings', 'subject', 'adviceGiven', 'meaning', 'rowIs'],
]);

/**
 * An answer of the API with every sentence of the program put as people are to read it; all else in it stays. A record that names its ladder is
 * said as on that ladder, with all that stands in it.
 */
export const outward = (answer: unknown, said: NonNullable<Said>): unknown => {
  const within = (value: unknown, isSentence: boolean, around?: string): unknown => {
    if (typeof value === 'string') return isSentence ? said(value, around) : value;
    if (Array.isArray(value)) return value.map((each) => within(each, isSentence && typeof each === 'string', around));
    if (!isPlain(value)) return value;
    const ladder = 'ladder' in value && typeof value.ladder === 'string' ? value.ladder : around;
    return Object.assign(
      Object.create(Object.getPrototypeOf(value) as object | null) as object,
      Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, within(each, SENTENCES.has(name), ladder)]),
      ),
    );
  };
  return within(answer, false);
};

/** Not a date, a buffer, a map or anything else that is more than its properties. */
const isPlain = (value: unknown): value is object => Object.prototype.toString.call(value) === '[object Object]';

/** A problem holds nothing that was typed, so that all of it is the program's to say. */
export const problemOutward = (problem: Problem, said: Said): Problem =>
  said === undefined
    ? problem
    : new Problem(problem.status, problem.code, said(problem.detail), {
        ...problem.also,
        ...(problem.also.errors &&
          !problem.also.isAboutKeys && {
            errors: problem.also.errors.map(({ pointer, message }) => ({ pointer, message: said(message) })),
          }),
      });
