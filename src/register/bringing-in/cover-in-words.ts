import { shortDay } from '../../calendar/in-words.js';
import type { Scope } from '../../reports/themes/cases.js';
import { recordsInWords } from '../../reports/themes/scopes.js';

/** `formal disputes of 1 Apr 2021 to 31 Mar 2022` */
export const coverInWords = ({ kind, from, to }: Readonly<Record<'kind' | 'from' | 'to', string>>): string =>
  `${recordsInWords(kind as Scope)} of ${shortDay(from)} to ${shortDay(to)}`;
