import type { PartsOfBook } from './unpack.js';

/** The facts of a sheet that the reader of cells does not tell. */
export interface SheetOfBook {
  readonly hidden: boolean;
  /** Rows that people do not see: hidden by hand or by a filter. */
  readonly hiddenRows: readonly number[];
  /** Addresses of cells, by row, with a formula of which the file keeps no result: they would read as blank. */
  readonly withoutResult: ReadonlyMap<number, readonly string[]>;
}

/**
 * The sheets in the order in which the book lists them. Cells with a formula without a result are taken out of the parts, since the
 * reader refuses the whole book for some of them; they are named instead.
 */
export const sheetsOf = (parts: PartsOfBook): SheetOfBook[] => {
  const targets = targetsIn(textOf(parts, 'xl/_rels/workbook.xml.rels'));
  const sheets = [...textOf(parts, 'xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)];
  return sheets.map(([tag]) => {
    const target = targets.get(attribute(tag, '(?:\\w+:)id') ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const hidden = /^(?:hidden|veryHidden)$/i.test(attribute(tag, 'state') ?? '');
    return { hidden, ...aboutRows(parts, path) };
  });
};

const aboutRows = (parts: PartsOfBook, path: string): Omit<SheetOfBook, 'hidden'> => {
  const xml = textOf(parts, path);
  const hiddenRows = [...xml.matchAll(/<(?:\w+:)?row\b[^>]*\shidden\s*=\s*["'](?:1|true)["'][^>]*>/g)].flatMap(
    ([tag]) => {
      const row = Number(attribute(tag, 'r'));
      return Number.isInteger(row) && row > 0 ? [row] : [];
    },
  );
  return { hiddenRows, withoutResult: takeOutWithoutResult(parts, path, xml) };
};

const CELL = /<((?:\w+:)?)c\b([^>]*)>((?:(?!<\/\1c>)[^])*?)<\/\1c>/g;

const takeOutWithoutResult = (
  parts: PartsOfBook,
  path: string,
  xml: string,
): ReadonlyMap<number, readonly string[]> => {
  const found = new Map<number, string[]>();
  if (!/<(?:\w+:)?f[\s>/]/.test(xml)) return found;
  const without = xml.replace(CELL, (cell, _prefix: string, attributes: string, inside: string) => {
    const hasFormula = /<(?:\w+:)?f[\s>/]/.test(inside);
    const hasResult = /<(?:\w+:)?(?:v|is)\b[^>/]*>/.test(inside);
    if (!hasFormula || hasResult) return cell;
    const address = attribute(` ${attributes}`, 'r') ?? '';
    const row = Number(/\d+$/.exec(address)?.[0] ?? 0);
    found.set(row, [...(found.get(row) ?? []), address]);
    return '';
  });
  if (found.size > 0) parts[path] = Buffer.from(without, 'latin1');
  return found;
};

/** The part of the book to which each relation leads. */
const targetsIn = (xml: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id') ?? '',
      attribute(tag, 'Target') ?? '',
    ]),
  );

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];

/** Byte for byte, so that what is put back is what was there. */
const textOf = (parts: PartsOfBook, path: string): string => {
  const part = parts[path];
  return part === undefined ? '' : Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1');
};
