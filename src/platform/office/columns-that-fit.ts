/**
 * The columns of a table in groups that each fit on a page, so that no word is broken: a wide table stands as several below one another.
 * @param needed how wide each column is at the least, by its longest word
 * @param room how wide all of them may be, beside the first column
 * @returns places of columns; one that is wider than all the room is a group of its own
 */
export const columnsThatFit = (needed: readonly number[], room: number): number[][] => {
  const groups: number[][] = [];
  let taken = Infinity;
  for (const [place, width] of needed.entries()) {
    if (taken + width > room) {
      groups.push([]);
      taken = 0;
    }
    groups.at(-1)!.push(place);
    taken += width;
  }
  return groups;
};

/** How wide each of some columns is in a room: all alike where that suffices, else each by its longest word. */
export const widthsIn = (room: number, needed: readonly number[]): number[] => {
  const alike = room / needed.length;
  if (needed.every((width) => width <= alike)) return needed.map(() => alike);
  const left = Math.max(0, room - needed.reduce((sum, width) => sum + width, 0)) / needed.length;
  return needed.map((width) => width + left);
};

/** How wide columns of words are in a room: each by its longest word, and what is left in the measure of what they say. */
export const widthsOfWords = (
  room: number,
  columns: readonly { readonly needed: number; readonly words: readonly string[] }[],
): number[] => {
  const left = Math.max(0, room - columns.reduce((sum, { needed }) => sum + needed, 0));
  const letters = columns.map(({ words }) => words.reduce((sum, { length }) => sum + length, 0));
  const all = Math.max(
    1,
    letters.reduce((sum, each) => sum + each, 0),
  );
  return columns.map(({ needed }, place) => needed + (left * letters[place]!) / all);
};

/** The words of a text, which is broken between them alone. */
export const wordsOf = (text: string): string[] => text.split(/\s+/);
