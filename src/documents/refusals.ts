import { Refusal } from '../platform/decider.js';
import { Problem } from '../platform/http/problem.js';
import { KINDS } from './document.js';

/*
 * The reasons why a document is not taken. Each says what to do instead; none repeats the name of the file.
 */

const refused = (code: string, message: string): Refusal => new Refusal('invalid', code, message);

export const isEmpty = (): Refusal =>
  refused('document-empty', 'The file is empty. Open it to see that something is in it, save it, and choose it again.');

export const isTooLarge = (): Problem =>
  new Problem(
    413,
    'document-too-large',
    'The file is larger than 25 MB. Choose a smaller one: save a scan with fewer dots to the inch, or send it in parts.',
  );

export const isOfNoKindTaken = (): Refusal =>
  refused(
    'document-kind-not-taken',
    `A file of this kind is not taken. Save it as one of these and choose it again: ${KINDS.map(({ inWords }) => inWords).join(', ')}.`,
  );

export const isOldOffice = (): Refusal =>
  refused(
    'document-kind-not-taken',
    'This is a file of an older Office, an Outlook message or one with a password, which may hold more than can be seen. Save it as PDF, or ' +
      'in the format of today and without a password, and choose it again.',
  );

export const isNotUtf8 = (): Refusal =>
  refused(
    'document-kind-not-taken',
    'A plain text or CSV file must be in UTF-8. Save it in that encoding, or as PDF, and choose it again.',
  );

export const isDamaged = (): Refusal =>
  refused(
    'document-damaged',
    'The file cannot be read as what it is: a part of it is missing or wrong. Open it to see that it is whole, save it anew, and choose it again.',
  );

export const unpacksToTooMuch = (): Refusal =>
  refused(
    'document-unpacks-to-too-much',
    'The file would take up far more room once it is opened than is safe. Save a smaller picture, or the document as PDF, and choose it again.',
  );

export const isInfected = (): Refusal =>
  refused(
    'document-infected',
    'A virus was found in the file, so it was not taken and nothing of it was kept. Do not open it again, and tell your IT service desk.',
  );

export const isNotScanned = (): Problem =>
  new Problem(
    503,
    'document-not-scanned',
    'The virus scanner cannot be reached, and no file is taken without it. Try again in a few minutes, or send what you wrote without the file.',
    { headers: { 'retry-after': '60' } },
  );

export const cannotBeKept = (): Problem =>
  new Problem(
    503,
    'documents-unavailable',
    'Files cannot be kept or fetched just now. Try again in a few minutes, or send what you wrote without the file.',
    { headers: { 'retry-after': '60' } },
  );

export const isNotAsRecorded = (): Problem =>
  new Problem(
    503,
    'document-not-as-recorded',
    'This file is not as it was recorded, so it is not sent out. Tell whoever runs Footprint: “footprint verify” says which it is.',
  );
