import { isLocalDate } from '../calendar/dates.js';
import { Refusal, refuse } from '../platform/decider.js';

/** @throws Refusal `not-registered` (not-found): nothing can happen to a record that is not registered */
export const notRegistered = (what: string): never => {
  throw new Refusal('not-found', 'not-registered', `This ${what} is not in the directory. Register it first.`);
};

/** @throws Refusal `registered-already` */
export const registeredAlready = (what: string): never =>
  refuse(
    'registered-already',
    `This ${what} is in the directory already, with other facts. Record the change instead.`,
  );

/** @throws Refusal `name-missing` (invalid) */
export const mustBeNamed = (name: string): void => {
  if (name.trim() === '')
    throw new Refusal('invalid', 'name-missing', 'A name is needed. Write one and send it again.');
};

/**
 * Letters that cannot be told from those of another script, and signs that cannot be seen or turn the writing round, stand in no name of
 * a team or a post: two names that look the same would be two.
 * @throws Refusal `name-not-plain` (invalid)
 */
export const mustBePlain = (name: string): void => {
  if (/[\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0]/u.test(name))
    throw new Refusal(
      'invalid',
      'name-not-plain',
      'The name holds signs that cannot be seen, or that turn the writing round. Type it again rather than copy it.',
    );
  const letters = name
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  if (name.normalize('NFKC') !== name.normalize('NFC') || /(?![a-zæœøðþßđłŋ])\p{L}|(?![0-9])\p{N}/iu.test(letters))
    throw new Refusal(
      'invalid',
      'name-not-plain',
      'The name holds letters or figures that only look like those of the Latin alphabet. Type it again on an English or Welsh keyboard.',
    );
};

/** @throws Refusal `not-a-date` (invalid); null stands for "throughout" and is let through */
export const mustBeDates = (...dates: (string | null)[]): void => {
  for (const date of dates) {
    if (date !== null && !isLocalDate(date)) {
      throw new Refusal(
        'invalid',
        'not-a-date',
        'This is not a date that exists. Write it as year-month-day: 2022-04-14.',
      );
    }
  }
};

/** @throws Refusal `ends-before-it-begins` */
export const mustFollow = (from: string | null, to: string | null): void => {
  if (from !== null && to !== null && to < from) {
    refuse('ends-before-it-begins', `The last day, ${to}, is before the first, ${from}. Correct one of them.`);
  }
};
