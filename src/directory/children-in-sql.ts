/**
 * Children allocated to an IRO or a chair today, by the latest allocation that has begun.
 * @param iro the parameter of the query that holds the person's id; `:today` is another
 */
export const childrenOfIro = (iro: string): string => `SELECT allocated.child FROM child_allocations AS allocated
  WHERE allocated.iro = ${iro} AND allocated.number = (
    SELECT max(other.number) FROM child_allocations AS other
    WHERE other.child = allocated.child AND (other."from" IS NULL OR other."from" <= :today))`;
