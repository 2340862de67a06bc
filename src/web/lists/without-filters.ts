/** How many there are where nothing narrows a list: said where nothing fits the filters, which may be set from the last time. */
export interface WithoutFilters {
  readonly count: number;
  /** There are more than were counted. */
  readonly hasMore: boolean;
}

/**
 * Nothing is asked where the list has something in it, or is not narrowed.
 *
 * @param narrowed the list as it was asked for, and what narrows it
 * @param all asks for the first page without filters
 */
export const withoutFilters = async (
  { items, filters }: { readonly items: readonly unknown[]; readonly filters: object },
  all: () => Promise<{ readonly items: readonly unknown[]; readonly next: string | null }>,
): Promise<WithoutFilters | null> => {
  if (items.length > 0 || Object.keys(filters).length === 0) return null;
  const page = await all();
  return { count: page.items.length, hasMore: page.next !== null };
};
