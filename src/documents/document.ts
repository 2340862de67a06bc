import type { LocalDate } from '../calendar/calendar.js';

const MEGABYTE = 1024 * 1024;

/** Documents that one act may name. */
export const MOST_DOCUMENTS = 10;
/** Days for which a document that no act has named is kept after it was last shown in its form; as long as a draft. */
export const DAYS_UNSENT = 30;

/** Facts about a document besides its bytes, known from the moment it is here. */
export interface AboutDocument {
  readonly name: string;
  readonly type: string;
  /** Bytes, as it is kept. */
  readonly size: number;
  readonly sha256: string;
  /** Id of the person who sent it here. */
  readonly addedBy: string;
  readonly addedOn: LocalDate;
}

/** A kind of file that is taken. */
export interface DocumentKind {
  readonly type: string;
  /** Its name ends in this. */
  readonly ending: string;
  readonly inWords: string;
  /** Other endings of the same kind, which a name keeps. */
  readonly also?: readonly string[];
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument';

/** Kinds of files that people have as evidence. None of them runs anything when it is opened: Office files with macros are of other kinds. */
export const KINDS: readonly DocumentKind[] = [
  { type: 'application/pdf', ending: 'pdf', inWords: 'PDF' },
  { type: 'image/jpeg', ending: 'jpg', also: ['jpeg', 'jpe'], inWords: 'JPEG picture' },
  { type: 'image/png', ending: 'png', inWords: 'PNG picture' },
  { type: `${OFFICE}.wordprocessingml.document`, ending: 'docx', inWords: 'Word document' },
  { type: `${OFFICE}.spreadsheetml.sheet`, ending: 'xlsx', inWords: 'Excel workbook' },
  { type: `${OFFICE}.presentationml.presentation`, ending: 'pptx', inWords: 'PowerPoint presentation' },
  { type: `${OPEN_DOCUMENT}.text`, ending: 'odt', inWords: 'OpenDocument text' },
  { type: `${OPEN_DOCUMENT}.spreadsheet`, ending: 'ods', inWords: 'OpenDocument spreadsheet' },
  { type: 'text/plain', ending: 'txt', inWords: 'plain text' },
  { type: 'text/csv', ending: 'csv', inWords: 'CSV table' },
];

export const kindOf = (type: string): DocumentKind | undefined => KINDS.find((kind) => kind.type === type);

/** `PDF, 1.2 MB`: what a reader is told of a document beside its name. */
export const kindAndSize = ({ type, size }: { readonly type: string; readonly size: number }): string =>
  `${kindOf(type)?.inWords ?? 'file'}, ${sizeInWords(size)}`;

const sizeInWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  return bytes < MEGABYTE ? `${Math.round(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
};
