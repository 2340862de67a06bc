import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { LetterShown } from './present-letter.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The letter for Word, so that the IRO can write on in it. */
export const letterDocx = async ({ title, greeting, parts, from, on }: LetterShown): Promise<Buffer> => {
  const paragraph = (text: string): Paragraph => new Paragraph({ text, spacing: { after: 160 } });
  const document = new Document({
    ...{ title, creator: 'Footprint', lastModifiedBy: 'Footprint' },
    styles: { default: { document: { run: { font: 'Arial', size: 26, language: { value: 'en-GB' } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...[on, `${greeting} `].map(paragraph),
          ...parts.flatMap(({ heading, sentences }) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, keepNext: true }),
            ...sentences.map(paragraph),
          ]),
          ...[from, 'Your Independent Reviewing Officer'].filter((text) => text !== '').map(paragraph),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
