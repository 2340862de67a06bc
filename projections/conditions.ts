/** Part of a WHERE, and the values it is bound with. */
export interface Narrowed {
  readonly where: readonly string[];
  readonly parameters: Record<string, string | number | null>;
}

/** The conditions of the filters that are given; those left undefined say nothing. Each condition names its filter as parameter. */
export const conditionsOf = <Filters extends object>(
  conditions: { readonly [Filter in keyof Filters]-?: string },
  filters: Filters,
): Narrowed => {
  const given = (Object.keys(filters) as (keyof Filters & string)[]).filter((filter) => filters[filter] !== undefined);
  return {
    where: given.map((filter) => conditions[filter]),
    parameters: Object.fromEntries(given.map((filter) => [filter, bound(filters[filter])])),
  };
};

/** As SQLite keeps it. */
const bound = (value: unknown): string | number | null => {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError('A filter is a word, a number, yes or no.');
};
