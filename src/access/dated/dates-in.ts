import type { LocalDate } from '../../calendar/calendar.js';
import { isLocalDate } from '../../calendar/dates.js';
import { shapesOf } from '../../platform/http/fields.js';

/** One date that was sent, and where it stands. */
export interface DateSent {
  readonly rule: string;
  readonly date: LocalDate;
  /** JSON pointer. */
  readonly pointer: string;
}

/** The dates in a body whose form has been checked, in the order of its fields. @param type class of the body */
export const datesIn = (type: new () => object, body: object, path = ''): DateSent[] =>
  [...shapesOf(type)].flatMap(([property, { dateRule: rule, of }]) => {
    const value = (body as Record<string, unknown>)[property];
    const pointer = `${path}/${property}`;
    if (value === null || value === undefined) return [];
    if (of !== undefined) return within(of(), value, pointer);
    if (rule === undefined) return [];
    if (Array.isArray(value)) return value.flatMap((each, index) => dateSent(rule, each, `${pointer}/${index}`));
    return dateSent(rule, value, pointer);
  });

const dateSent = (rule: string, value: unknown, pointer: string): DateSent[] =>
  isLocalDate(value) ? [{ rule, date: value, pointer }] : [];

const within = (type: new () => object, value: unknown, pointer: string): DateSent[] =>
  Array.isArray(value)
    ? value.flatMap((each: object, index) => datesIn(type, each, `${pointer}/${index}`))
    : datesIn(type, value as object, pointer);
