/*
 * A list as a page: what narrows it and by what it is sorted stands in its address, so that it can be sent to somebody, come back to, and
 * read without JavaScript. From what was asked the links and the form are made; what is asked is held against the query of the API.
 */

/** Words of a choice by its value. */
export interface ListChoice {
  readonly value: string;
  readonly text: string;
}

/** A filter of a list, as its form shows it. */
export interface ListFilter {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly ListChoice[];
  /** The council gave the words of its choices, such as names of teams: they are shown as they are. */
  readonly isInTheirWords?: boolean;
}

export interface ListColumn {
  readonly label: string;
  /** Field of the API by which it is sorted; left out where it cannot be. */
  readonly sort?: string;
}

export interface ListDefinition {
  /** Path of the page: `/disputes`. */
  readonly path: string;
  readonly filters: readonly ListFilter[];
  readonly columns: readonly ListColumn[];
  /** How it is sorted unless told: `-raisedOn`. */
  readonly sort: string;
}

/** The parameters of a list, by the names of its query, without the empty ones. */
export type ListAsked = Readonly<Record<string, string>>;

export interface Listing {
  readonly path: string;
  readonly filters: readonly { name: string; label: string; items: readonly (ListChoice & { selected: boolean })[] }[];
  /** How many filters narrow it. */
  readonly narrowedBy: number;
  readonly headers: readonly { label: string; href: string | null; sorted: 'ascending' | 'descending' | null }[];
  /** Fields that the form carries besides the filters. */
  readonly hidden: readonly { name: string; value: string }[];
  readonly next: string | null;
  readonly first: string | null;
  readonly all: string;
  readonly csv: string;
  readonly csvWithInitials: string;
}

/** In the address of a list that nothing narrows, so that what was remembered is forgotten. */
export const NO_FILTERS = 'filters';

/** The element to which focus goes back after a list was sorted or turned over. */
const AT_THE_LIST = '#list';

/** The parameters that are not about the list and go on from page to page: for whom somebody acts, and the day that is shown. */
const GOES_ON = ['for', 'asAt'];

/**
 * The parameters of a list in an address: known names with something in them.
 * @param query as the address has it
 */
export const askedIn = (query: unknown, { filters }: Pick<ListDefinition, 'filters'>): ListAsked => {
  const known = [...filters.map(({ name }) => name), 'sort', 'cursor', ...GOES_ON];
  const sent = (query ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    known.flatMap((name) => {
      const value = sent[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
};

/** The part that narrows or sorts the list: neither the page that was open, nor for whom somebody acts, nor the day that is shown. */
export const narrowingOf = (asked: ListAsked): ListAsked => without(asked, ['cursor', ...GOES_ON]);

/** Of that, what the list offers: a choice that it refuses, or has no more, is not remembered, for it would be asked again at every visit. */
export const rememberedOf = (
  asked: ListAsked,
  { filters, columns }: Pick<ListDefinition, 'filters' | 'columns'>,
): ListAsked =>
  Object.fromEntries(
    Object.entries(narrowingOf(asked)).filter(([name, value]) =>
      name === 'sort'
        ? columns.some(({ sort }) => sort !== undefined && sort === value.replace(/^-/, ''))
        : filters.some((filter) => filter.name === name && filter.choices.some((choice) => choice.value === value)),
    ),
  );

/** The query for the API. */
export const forTheQuery = (asked: ListAsked): ListAsked => without(asked, GOES_ON);

/**
 * @param next where the list goes on; null on the last page
 * @param said a text of the program as the council says it
 */
export const listing = (
  definition: ListDefinition,
  asked: ListAsked,
  next: string | null,
  said: (text: string) => string = (text) => text,
): Listing => {
  const { path, filters, columns } = definition;
  const sort = asked.sort ?? definition.sort;
  const onFirstPage = without(asked, ['cursor']);
  return {
    path,
    filters: filters.map(({ name, label, choices, isInTheirWords = false }) => ({
      name,
      label: said(label),
      items: [{ value: '', text: 'All' }, ...choices].map((choice) => ({
        ...choice,
        text: isInTheirWords ? choice.text : said(choice.text),
        selected: choice.value === (asked[name] ?? ''),
      })),
    })),
    narrowedBy: filters.filter(({ name }) => asked[name] !== undefined).length,
    headers: columns.map((column) =>
      headerOf({ ...column, label: said(column.label) }, sort, (by) => addressOf(path, { ...onFirstPage, sort: by })),
    ),
    hidden: ['sort', ...GOES_ON].flatMap((name) => named(asked, name)),
    next: next === null ? null : `${addressOf(path, { ...asked, cursor: next })}${AT_THE_LIST}`,
    first: asked.cursor === undefined ? null : `${addressOf(path, onFirstPage)}${AT_THE_LIST}`,
    all: addressOf(path, { [NO_FILTERS]: 'none', ...pick(asked, GOES_ON) }),
    csv: addressOf(`${path}/csv`, onFirstPage),
    csvWithInitials: addressOf(`${path}/csv`, { ...onFirstPage, initials: 'true' }),
  };
};

export const addressOf = (path: string, asked: ListAsked): string => {
  const query = new URLSearchParams(asked).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** A link sorts by its column; once it is sorted so, the other way round. */
const headerOf = (
  { label, sort: by }: ListColumn,
  sort: string,
  hrefOf: (sort: string) => string,
): Listing['headers'][number] => {
  if (by === undefined) return { label, href: null, sorted: null };
  const sorted = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : null;
  return { label, href: `${hrefOf(sorted === 'ascending' ? `-${by}` : by)}${AT_THE_LIST}`, sorted };
};

const without = (asked: ListAsked, names: readonly string[]): ListAsked =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => !names.includes(name)));

const pick = (asked: ListAsked, names: readonly string[]): ListAsked =>
  Object.fromEntries(Object.entries(asked).filter(([name]) => names.includes(name)));

const named = (asked: ListAsked, name: string): { name: string; value: string }[] =>
  asked[name] === undefined ? [] : [{ name, value: asked[name] }];
