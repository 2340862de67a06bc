import type { CouncilSays } from '../../protocol/words-now.js';
import { headingsIn } from '../export/layout.js';
import type { RegisterMapping, Shape } from '../mapping/mapping.js';

/**
 * The same mapping, which knows each of its headings also as the protocol in force says it: a file that was exported in the council's
 * words is read by a mapping that was written before these were adopted.
 */
export const withCouncilHeadings = (mapping: RegisterMapping, says: CouncilSays): RegisterMapping => ({
  ...mapping,
  shapes: [...mapping.shapes, ...mapping.shapes.flatMap((shape) => inItsWords(shape, says))],
});

const inItsWords = (shape: Shape, says: CouncilSays): Shape[] => {
  const columns = headingsIn(shape.columns as Readonly<Record<string, string>>, says);
  const isTheSame = JSON.stringify(columns) === JSON.stringify(shape.columns);
  return isTheSame ? [] : [{ ...shape, columns }];
};
