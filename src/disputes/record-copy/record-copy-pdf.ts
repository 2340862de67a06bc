import { momentInWords } from '../../calendar/in-words.js';
import { TaggedPdf } from '../../platform/pdf/tagged-pdf.js';
import type { RecordCopyShown } from './present-record-copy.js';

/** The page of the record copy, for paper: the same words in the same order, under the name of the council, for it leaves the service. */
export const recordCopyPdf = (
  { title, copy, facts, digest, protocol, isForSeveral, sentences }: RecordCopyShown,
  council: string,
): Promise<Buffer> => {
  const { classification, children, entries, printedBy, printedAt } = copy;
  const pdf = new TaggedPdf({ title, foot: `${classification} · ${title}`, madeAt: printedAt });
  pdf.paragraph(council, { bold: true });
  pdf.heading(1, title);
  pdf.paragraph(classification, { bold: true });
  pdf.paragraph(sentences.forWhom);
  if (isForSeveral)
    pdf.paragraph(`This is about ${children.length} children. A copy belongs on the file of each.`, { bold: true });
  pdf.facts(facts);
  pdf.heading(2, 'What happened, in the order of dates');
  for (const { occurredAt, sentence, written } of entries) {
    pdf.heading(3, momentInWords(occurredAt));
    pdf.paragraph(sentence);
    for (const { label, lines, isList } of written) {
      pdf.label(label);
      if (isList) pdf.list(lines);
      else for (const line of lines) pdf.paragraph(line);
    }
  }
  pdf.heading(2, 'About this copy');
  pdf.paragraph(
    `Printed by ${printedBy.name ?? printedBy.id}, ${momentInWords(printedAt)}. ${sentences.stages} ran by ${protocol}.`,
  );
  pdf.paragraph(`${sentences.checkNumber} ${digest} ${sentences.receipt}`, { small: true });
  return pdf.finish();
};
