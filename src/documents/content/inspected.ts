import { LARGEST_FILE } from '../../platform/http/files-sent.js';
import type { DocumentKind } from '../document.js';
import { isEmpty, isTooLarge } from '../refusals.js';
import { bareJpeg } from './jpeg.js';
import { kindFound } from './kind-found.js';
import { barePng } from './png.js';
import { mustUnpackToLittle } from './unpacked.js';

/** A file whose content has been looked at. */
export interface Inspected {
  readonly kind: DocumentKind;
  /** As it is kept: of a picture, without what was written into it besides the picture. */
  readonly bare: Buffer;
}

/**
 * Looks at what a file is, and whether it is taken.
 * @throws Refusal or Problem that says why not, and what to do
 */
export const inspected = async (bytes: Buffer, name: string): Promise<Inspected> => {
  if (bytes.length === 0) throw isEmpty();
  if (bytes.length > LARGEST_FILE) throw isTooLarge();
  const kind = await kindFound(bytes, name);
  return { kind, bare: bareOf(kind, bytes) };
};

const bareOf = ({ type }: DocumentKind, bytes: Buffer): Buffer => {
  if (type === 'image/jpeg') return bareJpeg(bytes);
  if (type === 'image/png') return barePng(bytes);
  if (type.includes('openxmlformats') || type.includes('opendocument')) mustUnpackToLittle(bytes);
  return bytes;
};
