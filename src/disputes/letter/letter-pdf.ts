import { TaggedPdf } from '../../platform/pdf/tagged-pdf.js';
import type { LetterShown } from './present-letter.js';

const NAME_BY_HAND = '__________________';

/** The letter on paper: a name is written into it by hand. @param madeAt stands in the file */
export const letterPdf = ({ title, greeting, parts, from, on }: LetterShown, madeAt: string): Promise<Buffer> => {
  const pdf = new TaggedPdf({ title, foot: title, madeAt });
  pdf.heading(1, title);
  pdf.paragraph(on);
  pdf.paragraph(`${greeting} ${NAME_BY_HAND}`);
  for (const { heading, sentences } of parts) {
    pdf.heading(2, heading);
    for (const sentence of sentences) pdf.paragraph(sentence);
  }
  if (from !== '') pdf.paragraph(from);
  pdf.paragraph('Your Independent Reviewing Officer');
  return pdf.finish();
};
