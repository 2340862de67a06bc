import { MOST_DOCUMENTS } from '../../documents/document.js';
import { NamedMany } from '../../access/named/field.js';

/** The field in which an act names its documents: they have been sent to `/api/v1/documents` before. */
export const Evidence = (): PropertyDecorator =>
  NamedMany('document', { optional: true, most: MOST_DOCUMENTS, description: 'Ids that POST /documents gave.' });

/** Said beside the box in which files are chosen. */
export const FILES_HINT =
  'Up to 10 files of 25 MB each: PDF, pictures, Office documents, plain text or CSV. The readers of your text may open them. No legal ' +
  'advice, and nothing from Cafcass: those have places of their own.';
