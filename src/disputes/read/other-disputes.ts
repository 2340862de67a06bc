const REFERENCES = /\bDRP-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g;
/** What the program itself writes of other disputes: links to and from them, and advice that the same matter is open already. */
const NAME_OTHERS: readonly string[] = ['links', 'linkedFrom', 'advice', 'adviceGiven'];

/** References of the other disputes that are named anywhere in what is shown of one. */
export const othersNamedIn = (shown: object, itself: string): string[] =>
  [...new Set(JSON.stringify(shown).match(REFERENCES) ?? [])].filter((reference) => reference !== itself);

/**
 * The same without some other disputes: that there is such a record, perhaps about the same child, is for those to know who may open
 * it. What people wrote is left as they wrote it.
 *
 * @param closed references of disputes that the reader may not open
 */
export const withoutOthers = <Shown extends object>(shown: Shown, closed: readonly string[]): Shown => {
  if (closed.length === 0) return shown;
  const names = (part: unknown): boolean => closed.some((reference) => JSON.stringify(part).includes(reference));
  const without = (part: unknown, key: string): unknown => {
    if (Array.isArray(part))
      return part.filter((each) => !NAME_OTHERS.includes(key) || !names(each)).map((each) => without(each, ''));
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([each, value]) => [each, without(value, each)]));
    return closed.some((reference) => reference === part) ? null : part;
  };
  return without(JSON.parse(JSON.stringify(shown)), '') as Shown;
};
