import type { FastifyRequest } from 'fastify';
import { type FieldError, Problem } from '../../platform/http/problem.js';
import { newSecret } from '../../platform/secret.js';
import type { Notes } from './drawn-form.js';
import type { Field, Form } from './form.js';
import { rowsAt, textAt, type Typed } from './typed.js';
import type { Carrying } from './carrying.js';

/*
 * The fields of a form of several pages, and what somebody typed in them.
 */

export const fieldsOf = (pages: readonly Form[]): Field[] => pages.flatMap(({ fields }) => fields);

/** An error is about a field where it stands at it, within it, or at the group that it begins. */
export const isAbout = ({ name }: Field, { pointer }: Pick<FieldError, 'pointer'>): boolean => {
  const field = `/${name.replaceAll('.', '/')}`;
  return pointer === field || pointer.startsWith(`${field}/`) || field.startsWith(`${pointer}/`);
};

/** The first page with a field that is wrong; undefined where what is wrong is in no field. */
export const firstWrong = ({ pages }: Carrying, { also: { errors = [] } }: Problem): number | undefined => {
  const wrong = pages.findIndex(({ fields }) => fields.some((field) => errors.some((each) => isAbout(field, each))));
  return wrong < 0 ? undefined : wrong;
};

/** The values that stand in for the fields that have not been asked yet. */
export const standInsFor = async (
  asked: readonly Field[],
  { meanwhile }: Carrying,
): Promise<Record<string, unknown>> => {
  const all = Object.entries((await meanwhile?.()) ?? {});
  return Object.fromEntries(all.filter(([name]) => !asked.some((field) => isAbout(field, { pointer: `/${name}` }))));
};

export const withoutFieldsOf = ({ fields }: Form, typed: Typed): Typed => {
  const own = new Set(fields.map(({ name }) => name.split('.')[0]!));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !own.has(name) && name !== '_rows'));
};

/** The number of the page at which a window is. */
export const pageIn = ({ pages }: Carrying, { _page }: Typed): number =>
  Math.min(pages.length - 1, Math.max(0, Number(_page ?? 0) || 0));

/** The number of the page that an address asks for, from 0; undefined where it asks for none. */
export const pageAskedFor = ({ query }: Pick<FastifyRequest, 'query'>, { pages }: Carrying): number | undefined => {
  const { page } = (query ?? {}) as { readonly page?: unknown };
  const asked = typeof page === 'string' && /^\d{1,2}$/.test(page) ? Number(page) : 0;
  return asked >= 1 && asked <= pages.length ? asked - 1 : undefined;
};

export const commandIn = ({ _command }: Typed): string =>
  typeof _command === 'string' && _command !== '' ? _command : newSecret();

export const withOneMoreRow = (form: Form, typed: Typed, step: string): Typed => {
  const name = step.slice('add-'.length);
  const field = form.fields.find((each) => each.name === name);
  if (field?.as !== 'rows') return typed;
  return { ...typed, _rows: { [name]: String(rowsAt(typed, field).length + 1) } };
};

/** The rows of a form with those copied behind them, each once, and a note on the rows that were left out. */
export const withCopies = async (
  { around }: Carrying,
  form: Form,
  typed: Typed,
  step: string,
): Promise<{ readonly copied: Typed; readonly notes: Notes }> => {
  const name = step.slice('copy-'.length);
  const field = form.fields.find((each) => each.name === name);
  const found = (await around()).copied?.[name];
  if (field?.as !== 'rows' || found === undefined) return { copied: typed, notes: {} };
  const own = rowsAt(typed, field);
  const first = field.fields[0]!.name;
  const more = found.rows.filter((row) => !own.some((each) => each[first] === row[first]));
  const said = Object.entries(found.also ?? {}).filter(([other]) => isSilent(form, typed, other));
  return {
    copied: { ...typed, ...Object.fromEntries(said), [name]: [...own, ...more] },
    notes: { [name]: found.leftOut },
  };
};

/** Whether nothing was given in a field: of rows, in none of them. */
const isSilent = ({ fields }: Form, typed: Typed, name: string): boolean => {
  const field = fields.find((each) => each.name === name);
  if (field?.as !== 'rows') return textAt(typed, name).trim() === '';
  return rowsAt(typed, field).every((row) => field.fields.every((each) => textAt(row, each.name).trim() === ''));
};
