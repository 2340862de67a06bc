/** `A. Hartwell, T. Ashdown and H. Shaw`: several names or things, as a sentence says them. */
export const listedInWords = (each: readonly string[]): string =>
  each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
