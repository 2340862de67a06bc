import type { Instant } from '../../calendar/calendar.js';
import { assertNever } from '../../platform/decider.js';
import { TaggedPdf } from '../../platform/pdf/tagged-pdf.js';
import type { Paper, Part } from './paper.js';

/**
 * A paper as a tagged PDF.
 * @param madeAt stands in the file; of an edition the moment as at which it counts, so that it is the same bytes whenever it is made
 */
export const paperPdf = ({ title, edition, parts }: Paper, madeAt: Instant): Promise<Buffer> => {
  const pdf = new TaggedPdf({ title, foot: edition, madeAt });
  for (const part of parts) write(part, pdf);
  return pdf.finish();
};

const write = (part: Part, pdf: TaggedPdf): void => {
  switch (part.is) {
    case 'heading':
      return pdf.heading(part.level, part.text);
    case 'paragraph':
      return pdf.paragraph(part.text);
    case 'facts':
      return pdf.facts(part.rows);
    case 'table':
      return pdf.table(part);
    default:
      return assertNever(part);
  }
};
