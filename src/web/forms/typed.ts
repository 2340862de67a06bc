import { timeAsTyped } from '../../calendar/time-as-typed.js';
import { isLocalDate } from '../../calendar/dates.js';
import type { Field, RowsOf } from './form.js';

export type RowsField = Extract<Field, { as: 'rows' }>;

/** The contents of a form as they were read: texts, lists of them, groups, and rows. */
export type Typed = Readonly<Record<string, unknown>>;

/** The value under a name; a stop in it leads into a group. */
export const typedAt = (typed: Typed, name: string): unknown =>
  name.split('.').reduce<unknown>((group, part) => (isGroup(group) ? group[part] : undefined), typed);

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textAt = (typed: Typed, name: string): string => {
  const value = typedAt(typed, name);
  return typeof value === 'string' ? value : '';
};

const WHICH = '_which';

/** Name of the radios from which one of several things is pressed that an entry could mean. @param pointer of the entry */
export const whichAt = (pointer: string): string => WHICH + pointer.replaceAll('/', '-');

export const isWhich = (name: string): boolean => name.startsWith(WHICH);

/** The values ticked under a name. */
export const ticksAt = (typed: Typed, name: string): string[] => {
  const value = typedAt(typed, name);
  const all = Array.isArray(value) ? value : [value];
  return all.filter((each): each is string => typeof each === 'string' && each !== '');
};

/** The names or numbers that were written on one line, in their order. */
export const entriesAt = (typed: Typed, name: string): string[] =>
  textAt(typed, name)
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** The rows under a name in which something was written, so that an error names the row that is drawn. */
export const rowsAt = (typed: Typed, { name, fields, of }: RowsField): Typed[] => {
  const value = typedAt(typed, name);
  const all = Array.isArray(value) ? value.filter(isGroup) : [];
  // Something is asked about each thing that is there, so none of them drops out.
  if (of !== undefined) return all;
  return all.filter((row) => fields.some((field) => !isBlank(field, row)));
};

/** Whether nothing was given in a field. */
export const isBlank = (field: Field, typed: Typed): boolean => {
  switch (field.as) {
    case 'day':
      return ['day', 'month', 'year'].every((part) => textAt(typed, `${field.name}.${part}`).trim() === '');
    case 'some-of':
    case 'documents':
      return ticksAt(typed, field.name).length === 0;
    case 'rows':
      return rowsAt(typed, field).length === 0;
    default:
      return textAt(typed, field.name).trim() === '';
  }
};

/** The body of the API that a form stands for. A blank field is left out; one that cannot be read stays as it was typed, and is refused. */
export const bodyFrom = (fields: readonly Field[], typed: Typed): Record<string, unknown> => {
  const body: Record<string, unknown> = {};
  for (const field of fields) {
    if (isBlank(field, typed) && field.as !== 'some-of') continue;
    const value = valueOf(field, typed);
    if (value !== undefined) putAt(body, field.name.split('.'), value);
  }
  return body;
};

const valueOf = (field: Field, typed: Typed): unknown => {
  switch (field.as) {
    case 'day':
      return dayFrom(typed, field.name);
    case 'when':
      return dayIn(textAt(typed, field.name)) ?? textAt(typed, field.name).trim();
    case 'time':
      return timeAsTyped(textAt(typed, field.name)) ?? textAt(typed, field.name).trim();
    case 'number': {
      const text = textAt(typed, field.name).trim();
      return /^\d{1,9}$/.test(text) ? Number(text) : text;
    }
    case 'list':
      return entriesAt(typed, field.name);
    case 'yes-or-no':
      return { yes: true, no: false }[textAt(typed, field.name)] ?? textAt(typed, field.name);
    case 'some-of': {
      const ticked = ticksAt(typed, field.name);
      if (ticked.length === 0 && field.isOptional) return undefined;
      return field.areNumbers ? ticked.map(Number) : ticked;
    }
    case 'documents':
      return ticksAt(typed, field.name);
    case 'rows':
      return rowsAt(typed, field).map((row) => ({
        ...(field.of === undefined ? {} : aboutOf(field.of, row)),
        ...bodyFrom(field.fields, row),
      }));
    case 'select':
    case 'one-of': {
      const text = textAt(typed, field.name);
      return field.areNumbers ? Number(text) : text;
    }
    default:
      return textAt(typed, field.name);
  }
};

const aboutOf = ({ name, areCodes }: RowsOf, row: Typed): Record<string, unknown> => {
  const text = textAt(row, name);
  return { [name]: areCodes ? text : Number(text) };
};

const putAt = (body: Record<string, unknown>, [part, ...rest]: readonly string[], value: unknown): void => {
  if (rest.length === 0) body[part!] = value;
  else putAt((body[part!] ??= {}) as Record<string, unknown>, rest, value);
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day from three boxes, as people write it: 4 or 04, Oct or October or 10, 23 or 2023. A text that is no day stays as it was typed. */
const dayFrom = (typed: Typed, name: string): string => {
  const parts = ['day', 'month', 'year'].map((part) => textAt(typed, `${name}.${part}`).trim());
  return dayOf(parts) ?? parts.join(' ');
};

/** A day written in one box: 10 10 2023, 10/10/23, 10 Oct 2023, Friday 10 October 2023; undefined for other words. */
export const dayIn = (text: string): string | undefined => {
  const parts = text
    .trim()
    .replace(/^(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+/i, '')
    .split(/[\s./-]+/);
  if (isLocalDate(text.trim())) return text.trim();
  return parts.length === 3 ? dayOf(parts) : undefined;
};

const dayOf = ([day, month, year]: readonly string[]): string | undefined => {
  const named = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1;
  const months = named > 0 ? named : Number(month);
  const years = /^\d{2}$/.test(year ?? '') ? 2000 + Number(year) : Number(year);
  if (![day, String(months), String(years)].every((part) => /^\d{1,4}$/.test(part ?? ''))) return undefined;
  const written = `${String(years).padStart(4, '0')}-${String(months).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isLocalDate(written) ? written : undefined;
};

/** A day as three boxes have it; empty for none. @param date `YYYY-MM-DD` */
export const inThreeBoxes = (date: string | null): Typed => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
};
