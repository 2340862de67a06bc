/**
 * The council's short code for a team, where its file has no column for it: the shortest spelling in capitals without a space between
 * its letters (`TC 3` is `TC3`, `CWD`), else the initials of its name (`Locality North` is `LN`).
 */
export const codeFor = (name: string, spellings: readonly string[]): string => {
  const codes = [name, ...spellings]
    .filter((spelling) => /^[A-Z][A-Z&]*[\s-]?\d*$/.test(spelling))
    .map((spelling) => spelling.replace(/[\s-]/g, ''))
    .sort((a, b) => a.length - b.length);
  return codes[0] ?? initialsOf(name);
};

const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/)
    .map((word) => (/^\d+$/.test(word) ? word : word.charAt(0).toUpperCase()))
    .join('');
