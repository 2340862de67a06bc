import type { Shown } from '../disclosure/what-prints.js';
import type { FiguresFrozen } from './events.js';

/** A figure that two editions print otherwise. */
export interface FigureCorrected {
  /** The measure, or the row and column of a table, as it was called when it was published. */
  readonly figure: string;
  readonly asPublished: Shown;
  readonly asCorrected: Shown;
}

/** As the public reads it: a new number beside the old one would say how many records lie between them. */
export type FigureRevised = FigureCorrected;

type Figures = Pick<FiguresFrozen, 'measures' | 'tables'>;

/**
 * The figures that a later edition prints otherwise. A figure that only one of them has is null in the other, like one that
 * nobody knew.
 */
export const correctedIn = (published: Figures, corrected: Figures): FigureCorrected[] => {
  const [before, after] = [everyFigure(published), everyFigure(corrected)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((figure) => ({
      figure,
      asPublished: before.get(figure) ?? null,
      asCorrected: after.get(figure) ?? null,
    }))
    .filter(({ asPublished, asCorrected }) => asPublished !== asCorrected);
};

/**
 * The corrections as the public is shown them: a change of fewer records than the threshold, or of a number that is hidden on either side,
 * reads "revised". No reason and no name stands beside it.
 */
export const revisedInPublic = (corrected: readonly FigureCorrected[], threshold: number): FigureRevised[] =>
  corrected.map(({ figure, asPublished, asCorrected }) => ({
    figure,
    asPublished,
    asCorrected: mayStandBeside(asPublished, asCorrected, threshold) ? asCorrected : 'revised',
  }));

const mayStandBeside = (before: Shown, after: Shown, threshold: number): boolean => {
  if (before === null || after === null) return before !== 'c' && after !== 'c';
  return typeof before === 'number' && typeof after === 'number' && Math.abs(after - before) >= threshold;
};

/** The name of a figure of a table among all of a report. */
export const figureNamed = (title: string, row: string, column: string): string => `${title}: ${row}, ${column}`;

const everyFigure = ({ measures, tables }: Figures): Map<string, Shown> =>
  new Map<string, Shown>([
    ...measures.map(({ label, value }) => [label, value] as const),
    ...tables.flatMap(({ title, columns, rows }) =>
      rows.flatMap(({ label, cells }) =>
        cells.map((cell, column) => [figureNamed(title, label, columns[column]!), cell] as const),
      ),
    ),
  ]);
