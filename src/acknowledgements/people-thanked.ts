/**
 * Everybody whom an acknowledgement thanks, each once: by their id, or by the name that was written where they are not in the directory.
 * @returns null where it was read in: no register says whom it thanks
 */
export const peopleThanked = (people: string, isImported: boolean): string[] | null => {
  const named = (JSON.parse(people) as { readonly person: string | null; readonly name: string | null }[]).map(
    ({ person, name }) => person ?? `name ${(name ?? '').trim().toLowerCase()}`,
  );
  return named.length === 0 && isImported ? null : [...new Set(named)];
};
