import { isDamaged, unpacksToTooMuch } from '../refusals.js';
import { MOST_PIXELS } from './pixels.js';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Length, type and check sum of a chunk. */
const AROUND = 12;
/** Chunks from which a picture is drawn, with its colours and its size on paper. Texts, times and the notes of a camera are not among them. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'cICP'];

/**
 * A PNG without what was written into it besides the picture, and without whatever stands behind its end. No pixel is touched.
 * @throws Refusal `document-damaged`, `document-unpacks-to-too-much`
 */
export const barePng = (png: Buffer): Buffer => {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw isDamaged();
  const kept: Buffer[] = [SIGNATURE];
  for (let at = SIGNATURE.length; ;) {
    if (at + AROUND > png.length) throw isDamaged();
    const end = at + AROUND + png.readUInt32BE(at);
    if (end > png.length) throw isDamaged();
    const type = png.subarray(at + 4, at + 8).toString('latin1');
    if (type === 'IHDR') mustHaveFewPixels(png.subarray(at + 8, end));
    if (KEPT.includes(type)) kept.push(png.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
};

const mustHaveFewPixels = (header: Buffer): void => {
  if (header.length < 8) throw isDamaged();
  if (header.readUInt32BE(0) * header.readUInt32BE(4) > MOST_PIXELS) throw unpacksToTooMuch();
};
