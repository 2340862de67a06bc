import { clockInWords, dateInWords } from '../../calendar/in-words.js';
import { timeAsTyped } from '../../calendar/time-as-typed.js';
import { isLocalDate } from '../../calendar/dates.js';
import type { FieldError } from '../../platform/http/problem.js';
import type { WordsOfPages } from '../frame/shared.js';
import type { Choice, Field, Form } from './form.js';
import { FILES_IN_FORM } from './form-documents.js';
import { afterLabel } from './plainly.js';
import { dayIn, entriesAt, rowsAt, type RowsField, textAt, ticksAt, type Typed, typedAt, whichAt } from './typed.js';

/** Choices that depend on what the form is about, by the name under which a field asks for them. */
export type ChoicesBy = Readonly<Record<string, readonly Choice[]>>;

/** How what was written in a field is said where the form is checked, by its name: one name or number at a time. */
export type EntriesInWords = Readonly<Record<string, (written: string) => string>>;

/** The messages about fields, by the name of each, in a sentence each. */
export type Notes = Readonly<Record<string, readonly string[]>>;

export interface FormError {
  readonly text: string;
  /** Leads to the field: its first box. Left out where what is wrong is in no field. */
  readonly href?: string;
}

type DrawnChoice = Choice & { readonly checked: boolean; readonly selected: boolean };

interface DrawnWhich {
  readonly name: string;
  /** The entry as it was written. */
  readonly entry: string;
  readonly items: readonly Choice[];
}

/** A field as a view draws it. */
export interface DrawnField {
  readonly as: Field['as'];
  readonly id: string;
  /** Name of its box, or of the first part of the names of its boxes. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** The radios from which one of several things is pressed that an entry could mean. */
  readonly which?: readonly DrawnWhich[];
  readonly value?: string;
  /** Of a day. */
  readonly parts?: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly items?: readonly DrawnChoice[];
  /** Its choices under their headings, where they have some. */
  readonly groups?: readonly { readonly heading: string; readonly items: readonly DrawnChoice[] }[];
  /** Its choices stand behind a line that opens. */
  readonly isFolded?: boolean;
  readonly height?: number;
  /** Of rows. */
  readonly each?: string;
  /** Words of a button that copies what is known, and the name of the rows that it fills. */
  readonly copies?: { readonly words: string; readonly into: string };
  readonly rows?: readonly (readonly DrawnField[])[];
  /** Of rows about things that are there already: which one each is about. */
  readonly about?: readonly { readonly text: string; readonly name: string; readonly value: string }[];
  readonly notes?: readonly string[];
  /** The fields that are asked under its Yes. */
  readonly ifYes?: readonly DrawnField[];
  /** Id of the list of what is offered while a line is typed. */
  readonly list?: string;
}

export interface DrawnForm {
  readonly title: string;
  readonly before: readonly string[];
  readonly fields: readonly DrawnField[];
  readonly follows: readonly string[];
  readonly button: string;
  readonly isSentAtOnce: boolean;
  /** Whether so much is written in it that somebody may want to come back to it. A short one is sent, or left. */
  readonly isKept: boolean;
  /** Whether it also sends files. */
  readonly takesFiles: boolean;
  readonly errors: readonly FormError[];
  /** The suggestions for lines while they are typed: each list once, however many lines offer it. */
  readonly suggestions: readonly { readonly id: string; readonly choices: readonly Choice[] }[];
}

/** A text of a form in the council's words; what it calls things stands in the place of their names in brackets. */
export const inWords = (text: string, words: WordsOfPages): string =>
  words
    .said(text)
    .replace(/\{(\w+)\}/g, (whole, name: string) => (words as unknown as Record<string, string>)[name] ?? whole)
    .replace(/^./, (first) => first.toUpperCase());

interface Drawing {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly choices: ChoicesBy;
  readonly words: WordsOfPages;
  readonly notes?: Notes;
}

/** A form with a check page, or with a text in paragraphs or rows. */
const isKept = ({ isSentAtOnce = false, fields }: Form): boolean =>
  !isSentAtOnce || fields.some(({ as }) => as === 'paragraphs' || as === 'rows');

export const drawnForm = (form: Form, { typed, errors = [], choices, words, notes }: Drawing): DrawnForm => {
  const asked = form.fields.filter((field) => isAsked(field, choices));
  const drawn = (field: Field): DrawnField => drawnField(field, { typed, errors, choices, words, notes }, [], []);
  const fields = asked
    .filter(({ ifYesTo }) => !asked.some(({ name }) => name === ifYesTo))
    .map((field) => {
      const ifYes = asked.filter(({ ifYesTo }) => ifYesTo === field.name).map(drawn);
      return ifYes.length === 0 ? drawn(field) : { ...drawn(field), ifYes };
    });
  const said = inOrder(form.fields, errors).map((error) => formError(form.fields, error, typed, words));
  return {
    title: inWords(form.title, words),
    before: (form.before ?? []).map((each) => inWords(each, words)),
    fields,
    follows: (form.follows ?? []).map((each) => inWords(each, words)),
    button: inWords(form.button, words),
    isSentAtOnce: form.isSentAtOnce ?? false,
    isKept: isKept(form),
    takesFiles: takesFiles(form),
    errors: said,
    suggestions: suggestedIn(form.fields).map((name) => ({ id: listId(name), choices: choicesIn(name, choices) })),
  };
};

/** Names of what the lines of a form offer, each once. */
const suggestedIn = (fields: readonly Field[]): string[] => [
  ...new Set(
    fields.flatMap((field) => {
      if (field.as === 'rows') return suggestedIn(field.fields);
      return field.as === 'line' && field.suggests !== undefined ? [field.suggests] : [];
    }),
  ),
];

const listId = (name: string): string => `offered-${name}`;

/** Whether files can be chosen in a form. */
export const takesFiles = ({ fields }: Pick<Form, 'fields'>): boolean => fields.some(({ as }) => as === 'documents');

const drawnField = (field: Field, drawing: Drawing, path: readonly string[], shown: readonly string[]): DrawnField => {
  const { typed, choices, words } = drawing;
  const whole = [...path, ...field.name.split('.')];
  const errors = errorsOf(whole, drawing.errors);
  const own = errors.map((error) => messageFor(field, error, typed, words));
  const which = errors.flatMap((error) => whichOf(field, error, typed));
  const common = {
    as: field.as,
    id: idOf(whole),
    name: nameOf(whole),
    label: inWords(field.label, words) + (field.isOptional ? ` (${field.neededIf ?? 'optional'})` : ''),
    ...(field.hint === undefined ? {} : { hint: inWords(field.hint, words) }),
    ...(own.length === 0 ? {} : { error: own[0] }),
    ...(which.length === 0 ? {} : { which }),
  };
  switch (field.as) {
    case 'day':
      return { ...common, parts: partsOf(typed, field.name) };
    case 'one-of':
    case 'select':
    case 'some-of': {
      const ticked = field.as === 'some-of' ? ticksAt(typed, field.name) : [textAt(typed, field.name)];
      const items = choicesIn(field.choices, choices).map((each) => ({
        ...each,
        text: inWords(each.text, words),
        checked: ticked.includes(each.value),
        selected: ticked.includes(each.value),
      }));
      const isFolded = field.as === 'some-of' && field.isFolded === true;
      return { ...common, items, value: ticked[0] ?? '', ...underHeadings(items), ...(isFolded ? { isFolded } : {}) };
    }
    case 'documents':
      return {
        ...common,
        items: filesIn(typed, field.name, choices).map((each) => ({ ...each, ...isTicked(true) })),
      };
    case 'yes-or-no':
      return {
        ...common,
        items: YES_OR_NO.map((each) => ({ ...each, ...isTicked(textAt(typed, field.name) === each.value) })),
      };
    case 'rows':
      return {
        ...common,
        each: field.each,
        ...(field.copies === undefined
          ? {}
          : { copies: { words: inWords(field.copies, words), into: field.copiesInto ?? field.name } }),
        rows: rowsDrawn(field, drawing, whole, shown),
        ...(field.of === undefined ? {} : { about: rowsAbout(field.of, choices, whole) }),
        notes: drawing.notes?.[field.name] ?? [],
      };
    case 'paragraphs':
      return { ...common, value: textAt(typed, field.name), height: field.rows ?? 5 };
    case 'line':
      return {
        ...{ ...common, value: textAt(typed, field.name) },
        ...(field.suggests === undefined ? {} : { list: listId(field.suggests) }),
      };
    default:
      return { ...common, value: textAt(typed, field.name) };
  }
};

const whichOf = ({ name }: Field, { pointer, oneOf }: FieldError, typed: Typed): DrawnWhich[] => {
  if (oneOf === undefined) return [];
  const entry = entriesAt(typed, name)[Number(pointer.split('/').at(-1)) || 0] ?? '';
  return [{ name: whichAt(pointer), entry, items: oneOf }];
};

/** In the order in which the headings come first. */
const underHeadings = (items: readonly DrawnChoice[]): Pick<DrawnField, 'groups'> => {
  if (!items.some(({ heading }) => heading !== undefined)) return {};
  const groups = Map.groupBy(items, ({ heading = 'Others' }) => heading);
  return { groups: [...groups].map(([heading, of]) => ({ heading, items: of })) };
};

/** Errors in the order of the fields they are about, as a reader meets them. */
const inOrder = (fields: readonly Field[], errors: readonly FieldError[]): FieldError[] => {
  const placeOf = ({ pointer }: FieldError): number => {
    const place = fields.findIndex(({ name }) => `${pointer}/`.startsWith(`/${name.replaceAll('.', '/')}/`));
    return place < 0 ? fields.length : place;
  };
  return [...errors].sort((one, other) => placeOf(one) - placeOf(other));
};

const YES_OR_NO: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const isTicked = (is: boolean): { checked: boolean; selected: boolean } => ({ checked: is, selected: is });

/** Not asked is what there is nothing to choose from for, and what is asked of each of some things of which there are none. */
const isAsked = (field: Field, by: ChoicesBy): boolean => {
  if (field.as === 'rows' && field.of !== undefined) return choicesIn(field.of.choices, by).length > 0;
  if (typeof field.isAskedIfAny === 'string') return choicesIn(field.isAskedIfAny, by).length > 0;
  return field.isAskedIfAny !== true || !('choices' in field) || choicesIn(field.choices, by).length > 0;
};

/** The files in a form, each in words. One that was kept for too long is said to be gone, so that it is not missed without a word. */
const filesIn = (typed: Typed, name: string, choices: ChoicesBy): Choice[] =>
  ticksAt(typed, name).map(
    (value) =>
      choices[FILES_IN_FORM]?.find((each) => each.value === value) ?? {
        value,
        text: 'A file that is not here any more',
      },
  );

const choicesIn = (choices: readonly Choice[] | string, by: ChoicesBy): readonly Choice[] =>
  typeof choices === 'string' ? (by[choices] ?? []) : choices;

/** The rows that hold something, and one to write in. */
const rowsDrawn = (
  field: RowsField,
  drawing: Drawing,
  path: readonly string[],
  shown: readonly string[],
): DrawnField[][] => {
  const written = rowsAt(drawing.typed, field);
  const { of } = field;
  const row = (typed: Typed, index: number): DrawnField[] =>
    field.fields.map((each) => drawnField(each, { ...drawing, typed }, [...path, String(index)], shown));
  if (of !== undefined)
    return choicesIn(of.choices, drawing.choices).map(({ value }, index) =>
      row(written.find((each) => textAt(each, of.name) === value) ?? {}, index),
    );
  const asked = Number(textAt(drawing.typed, `_rows.${field.name}`) || 1);
  const blanks = Math.max(0, Math.min(20, asked) - written.length);
  return [...written, ...Array.from({ length: blanks }, () => ({}))].map(row);
};

const rowsAbout = (
  { name, choices }: NonNullable<RowsField['of']>,
  by: ChoicesBy,
  path: readonly string[],
): NonNullable<DrawnField['about']> =>
  choicesIn(choices, by).map(({ value, text }, index) => ({
    ...{ text, value },
    name: nameOf([...path, String(index), name]),
  }));

const partsOf = (typed: Typed, name: string): DrawnField['parts'] =>
  ['day', 'month', 'year'].map((part) => ({
    name: part,
    label: part[0]!.toUpperCase() + part.slice(1),
    value: textAt(typed, `${name}.${part}`),
  }));

const idOf = (path: readonly string[]): string => path.join('-');
const nameOf = ([first, ...rest]: readonly string[]): string => `${first}${rest.map((part) => `[${part}]`).join('')}`;

const pathOf = ({ pointer }: FieldError): string[] => pointer.split('/').slice(1);

/** A list of names has its error at one of them; it stands at the field. */
const errorsOf = (path: readonly string[], errors: readonly FieldError[]): FieldError[] =>
  errors.filter((error) => {
    const found = pathOf(error);
    return path.every((part, index) => found[index] === part) && found.length <= path.length + 1;
  });

/** The field that an error is about, with what was typed around it, and the row where there are several: `Part 2`. */
const fieldAt = (
  fields: readonly Field[],
  path: readonly string[],
  typed: Typed,
): { field: Field; typed: Typed; row?: string } | undefined => {
  for (const field of fields) {
    const own = field.name.split('.');
    if (!own.every((part, index) => path[index] === part)) continue;
    const rest = path.slice(own.length);
    if (field.as !== 'rows' || rest.length < 2) return { field, typed };
    const written = rowsAt(typed, field);
    const found = fieldAt(field.fields, rest.slice(1), written[Number(rest[0])] ?? {});
    return found && (written.length > 1 ? { ...found, row: `${field.each} ${Number(rest[0]) + 1}` } : found);
  }
  // A group of which nothing was given is missed as a whole: its first field is meant.
  const first = fields.find(({ name }) => path.length > 0 && name.startsWith(`${path.join('.')}.`));
  return first && { field: first, typed };
};

const formError = (fields: readonly Field[], error: FieldError, typed: Typed, words: WordsOfPages): FormError => {
  const path = pathOf(error);
  const found = fieldAt(fields, path, typed);
  if (found === undefined) return { text: afterLabel(subjectOf(path), error.message), href: '#main-content' };
  const { field } = found;
  const end = { day: '-day', 'one-of': '', 'some-of': '', 'yes-or-no': '' }[field.as as 'day'] ?? '';
  // An error in one entry of a list leads to the list.
  const depth = ['some-of', 'list', 'documents'].includes(field.as) ? field.name.split('.').length : path.length;
  const message = messageFor(field, error, found.typed, words);
  return {
    text: found.row === undefined ? message : `${found.row}: ${message}`,
    href: `#${idOf(path.slice(0, depth))}${end}`,
  };
};

const messageFor = (field: Field, { message, pointer }: FieldError, typed: Typed, words: WordsOfPages): string => {
  // The refusal of a file is a sentence of its own.
  if (field.as === 'documents') return inWords(message, words);
  const label = inWords(field.label, words);
  const lower = label[0]!.toLowerCase() + label.slice(1).replace(/\?$/, '');
  const value = typedAt(typed, field.name);
  const isBlank = value === undefined || (typeof value === 'string' && value.trim() === '') || isEmpty(field, typed);
  if (isBlank) return inWords(field.missing ?? `${CHOSEN.includes(field.as) ? 'Select' : 'Enter'} ${lower}`, words);
  if (message.includes('must be a day that exists'))
    return afterLabel(
      label,
      `must be a real date, such as 27 3 2026${field.as === 'when' ? ', or words such as “at the next review”' : ''}`,
    );
  // Of several names on one line, the one that is wrong is said, and not what they all are.
  const entry = field.as === 'list' ? entriesAt(typed, field.name)[Number(pointer.split('/').at(-1))] : undefined;
  return afterLabel(entry === undefined ? label : `“${entry}”`, message);
};

/** The subject of an error that no field of the form asks: the name that the API gives it, in words. */
const subjectOf = (path: readonly string[]): string => {
  const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (name === 'iro') return 'The IRO';
  return `The ${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
};

const CHOSEN: readonly Field['as'][] = ['one-of', 'select', 'some-of', 'yes-or-no'];

/** A day without anything in its three boxes, and rows in none of which anything was written. */
const isEmpty = (field: Field, typed: Typed): boolean => {
  if (field.as === 'rows') return rowsAt(typed, field).length === 0;
  return field.as === 'day' && partsOf(typed, field.name)!.every(({ value }) => value.trim() === '');
};

/** One line of the page on which a form is checked. */
export interface Checked {
  readonly label: string;
  /** A paragraph or an entry of a list each. */
  readonly values: readonly string[];
}

/** The answers, as they will be sent, in words, without those that were left out. */
export const checked = (
  form: Form,
  typed: Typed,
  choices: ChoicesBy,
  words: WordsOfPages,
  entries: EntriesInWords = {},
): Checked[] =>
  form.fields.flatMap((field) => {
    const values =
      (field.as === 'list' || field.as === 'line') && entries[field.name] !== undefined
        ? entriesAt(typed, field.name).map(entries[field.name]!)
        : valuesInWords(field, typed, choices, words);
    return values.length === 0 ? [] : [{ label: inWords(field.label, words), values }];
  });

const valuesInWords = (field: Field, typed: Typed, choices: ChoicesBy, words: WordsOfPages): string[] => {
  switch (field.as) {
    case 'day': {
      const parts = partsOf(typed, field.name)!.map(({ value }) => value.trim());
      const written = dayIn(parts.join(' '));
      if (written !== undefined) return [dateInWords(written)];
      return parts.every((part) => part === '') ? [] : [parts.join(' ')];
    }
    case 'time': {
      const time = timeAsTyped(textAt(typed, field.name));
      return time === undefined
        ? [textAt(typed, field.name)].filter((text) => text.trim() !== '')
        : [clockInWords(time)];
    }
    case 'when': {
      const text = textAt(typed, field.name).trim();
      const written = dayIn(text);
      if (written !== undefined && isLocalDate(written)) return [dateInWords(written)];
      return text === '' ? [] : [text];
    }
    case 'one-of':
    case 'select':
    case 'some-of': {
      const ticked = ticksAt(typed, field.name);
      const all = choicesIn(field.choices, choices);
      return ticked.map((value) => inWords(all.find((each) => each.value === value)?.text ?? value, words));
    }
    case 'documents':
      return filesIn(typed, field.name, choices).map(({ text }) => text);
    case 'yes-or-no':
      return { yes: ['Yes'], no: ['No'] }[textAt(typed, field.name)] ?? [];
    case 'rows':
      return rowsAt(typed, field).flatMap((row) => {
        const said = field.fields
          .flatMap((each) => valuesInWords(each, row, choices, words).map((value) => ({ each, value })))
          .map(({ each, value }, index) => (index === 0 ? value : besideItsLabel(each.shortly ?? each.label, value)))
          .join(' · ');
        if (field.of === undefined) return [said];
        const { name, choices: named } = field.of;
        const about = choicesIn(named, choices).find(({ value }) => value === textAt(row, name));
        return said === '' || about === undefined ? [] : [`${about.text}: ${said}`];
      });
    default: {
      const text = textAt(typed, field.name).trim();
      return text === '' ? [] : text.split(/\n{2,}/);
    }
  }
};

/** Everything that was typed, as hidden fields of the page on which it is checked. */
export const carried = (typed: Typed, path: readonly string[] = []): { name: string; value: string }[] =>
  Object.entries(typed).flatMap(([key, value]) => {
    if (path.length === 0 && key.startsWith('_') && key !== '_rows') return [];
    const whole = [...path, key];
    if (typeof value === 'string') return value === '' ? [] : [{ name: nameOf(whole), value }];
    if (Array.isArray(value))
      return value.flatMap((each: unknown, index) =>
        typeof each === 'string'
          ? [{ name: `${nameOf(whole)}[]`, value: each }]
          : carried(each as Typed, [...whole, String(index)]),
      );
    return typeof value === 'object' && value !== null ? carried(value as Typed, whole) : [];
  });

/** In a row of a list: a question keeps its mark, and nothing else is put after it. */
const besideItsLabel = (label: string, value: string): string =>
  label.endsWith('?') ? `${label} ${value}` : `${label[0]!.toLowerCase()}${label.slice(1)}: ${value}`;
