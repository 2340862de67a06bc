/** How records of one kind are looked for. */
export interface Looking<Loaded> {
  load(id: string): Promise<Loaded>;
  isThere(loaded: Loaded): boolean;
  /** Whether the asker may know of it. Asked of a record that does not exist too, of which nobody may. */
  mayKnow(loaded: Loaded): boolean;
  /** The id of another that is there, or one that nothing has. */
  standIn(isToBeThere: boolean): string;
}

/**
 * Looks for a record. A hidden record takes as much work as one that does not exist, so that time does not tell one from the other (A2): in
 * both cases one record is loaded and asked about that is there, and one that is not.
 */
export const look = async <Loaded>(
  id: string,
  { load, isThere, mayKnow, standIn }: Looking<Loaded>,
): Promise<{ found: Loaded; isKnown: boolean }> => {
  const found = await load(id);
  if (mayKnow(found)) return { found, isKnown: true };
  mayKnow(await load(standIn(!isThere(found))));
  return { found, isKnown: false };
};
