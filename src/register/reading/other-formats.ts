/** Formats of files that are no separated text and no XLSX, recognised by how the files begin, whatever their names say. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^\u00d0\u00cf\u0011\u00e0/, 'an old Excel file (XLS), or one with a password'],
  [/^%PDF/, 'a PDF'],
  [/^\{\\rtf/, 'a text document (RTF)'],
  [/^PK\u0003\u0004[^]*mimetypeapplication\/vnd\.oasis\.opendocument/, 'an OpenDocument spreadsheet (ODS)'],
  [/^PK\u0003\u0004[^]*xl\/workbook\.bin/, 'a binary Excel file (XLSB)'],
  [/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<\?xml\b[^]*<(?:\w+:)?Workbook\b/i, 'an XML spreadsheet of Excel 2003'],
  [
    /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|style|meta|div)\b/i,
    'a web page (HTML)',
  ],
  [/^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*<\?xml\b/i, 'an XML file'],
  [/^MIME-Version:/i, 'a web page (MHTML)'],
];

/** Bytes of a beginning that tell every format apart. */
export const TELLING_BYTES = 8 * 1024;

/** The format of a file, in words, if it is one that cannot be read. */
export const otherFormat = (beginning: Buffer): string | undefined => {
  const bytes = beginning.toString('latin1');
  // A page may be kept in letters of two bytes each.
  const narrow = bytes.replaceAll('\u0000', '').replace(/^(?:\u00ff\u00fe|\u00fe\u00ff)/, '');
  return OTHER_FORMATS.find(([pattern]) => pattern.test(bytes) || pattern.test(narrow))?.[1];
};
