export interface Column {
  readonly heading: string;
  /** Figures stand to the right. */
  readonly figures?: true;
}

/** Rows as columns of plain text, with a rule under the headings. */
export const textTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): string => {
  const widths = columns.map(({ heading }, place) =>
    Math.max(heading.length, ...rows.map((row) => row[place]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, place) => (columns[place]!.figures ? cell.padStart(widths[place]!) : cell.padEnd(widths[place]!)))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ heading }) => heading)),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map(line),
  ].join('\n');
};
