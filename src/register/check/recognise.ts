import type { RegisterMapping, Shape } from '../mapping/mapping.js';
import { plainHeading } from '../reading/spreadsheet.js';
import { UnreadableFile } from '../reading/sheet.js';

/** A shape of the mapping, with the place of each of its columns in one file. */
export type RecognisedShape = {
  readonly [Holds in Shape['holds']]: Recognised<Extract<Shape, { holds: Holds }>>;
}[Shape['holds']];
export interface Recognised<Each extends Shape> {
  readonly shape: Each;
  readonly columns: { readonly [Field in keyof Each['columns']]?: { readonly at: number; readonly heading: string } };
  /** Headings that the mapping does not speak of: their cells are not read. */
  readonly unread: readonly string[];
}

/**
 * The shape whose every heading is in the file; of several, the one that reads most columns. A missing heading is never passed over,
 * for its facts would be lost without a word.
 * @throws UnreadableFile naming the headings that are missing from the shape that comes nearest
 */
export const recognise = (headings: readonly string[], name: string, mapping: RegisterMapping): RecognisedShape => {
  const candidates = mapping.shapes
    .map((shape) => ({ shape, missing: missingFrom(headings, shape), size: Object.keys(shape.columns).length }))
    .sort((a, b) => a.missing.length - b.missing.length || b.size - a.size);
  const nearest = candidates[0];
  if (nearest === undefined || nearest.missing.length > 0) {
    const missing = (nearest?.missing ?? []).map((heading) => `"${heading}"`).join(', ');
    throw new UnreadableFile(
      `${name} has none of the mapping's layouts: the nearest, of ${nearest?.shape.holds ?? 'nothing'}, lacks ${missing}. ` +
        `Mend the heading, or add this layout to the mapping under registers.`,
    );
  }
  return placed(headings, nearest.shape);
};

const placed = (headings: readonly string[], shape: Shape): RecognisedShape => {
  const places = new Map(headings.map((heading, at) => [plainHeading(heading), at]));
  const columns = Object.fromEntries(
    Object.entries(shape.columns).map(([field, heading]) => {
      const at = places.get(plainHeading(heading))!;
      return [field, { at, heading: headings[at]! }];
    }),
  );
  const read = new Set(Object.values(shape.columns).map(plainHeading));
  const unread = headings.filter((heading) => heading !== '' && !read.has(plainHeading(heading)));
  return { shape, columns, unread } as RecognisedShape;
};

const missingFrom = (headings: readonly string[], shape: Shape): string[] => {
  const present = new Set(headings.map(plainHeading));
  return Object.values(shape.columns).filter((heading) => !present.has(plainHeading(heading)));
};
