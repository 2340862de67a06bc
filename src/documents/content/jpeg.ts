import { isDamaged, unpacksToTooMuch } from '../refusals.js';
import { wayUpIn, withWayUp } from './way-up.js';
import { MOST_PIXELS } from './pixels.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** Length of the segment JFIF without the small picture that may follow in it. */
const JFIF_BYTES = 18;

/**
 * A JPEG without what the camera wrote into it: place, time, owner, small pictures, and whatever stands behind its end. No pixel is touched, and
 * the way up is kept.
 * @throws Refusal `document-damaged`, `document-unpacks-to-too-much`
 */
export const bareJpeg = (jpeg: Buffer): Buffer => {
  const kept: Buffer[] = [];
  let wayUp = 1;
  let hasPicture = false;
  for (const { marker, bytes, picture } of segmentsOf(jpeg)) {
    if (marker === APP1) wayUp = wayUpIn(bytes) ?? wayUp;
    if (isFrame(marker)) mustHaveFewPixels(bytes);
    if (marker === SOS) hasPicture = true;
    const bare = keptOf(marker, bytes);
    if (bare !== undefined) kept.push(bare);
    if (picture !== undefined) kept.push(picture);
  }
  if (!hasPicture) throw isDamaged();
  const start = Buffer.from([0xff, SOI]);
  const end = Buffer.from([0xff, EOI]);
  return Buffer.concat([start, ...(wayUp === 1 ? [] : [withWayUp(wayUp)]), ...kept, end]);
};

interface Segment {
  readonly marker: number;
  /** With its marker and length. */
  readonly bytes: Buffer;
  /** The picture itself, which follows a start of scan. */
  readonly picture?: Buffer;
}

function* segmentsOf(jpeg: Buffer): Generator<Segment> {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) throw isDamaged();
  let at = 2;
  for (;;) {
    if (jpeg[at] !== 0xff) throw isDamaged();
    while (jpeg[at + 1] === 0xff) at += 1;
    const marker = jpeg[at + 1];
    if (marker === undefined) throw isDamaged();
    if (marker === EOI) return;
    if (at + 4 > jpeg.length) throw isDamaged();
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    if (end < at + 4 || end > jpeg.length) throw isDamaged();
    const bytes = jpeg.subarray(at, end);
    at = marker === SOS ? endOfScan(jpeg, end) : end;
    yield { marker, bytes, ...(marker === SOS ? { picture: jpeg.subarray(end, at) } : {}) };
  }
}

/** The next marker: `FF 00` is a byte of the picture, and `FF D0` to `FF D7` stand within it. */
const endOfScan = (jpeg: Buffer, from: number): number => {
  for (let at = jpeg.indexOf(0xff, from); at >= 0 && at + 1 < jpeg.length; at = jpeg.indexOf(0xff, at)) {
    const next = jpeg[at + 1]!;
    if (next === 0xff) at += 1;
    else if (next === 0 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
  throw isDamaged();
};

/** The part of a segment that stays: the picture is drawn from it, with its colours. Undefined where none does. */
const keptOf = (marker: number, bytes: Buffer): Buffer | undefined => {
  const name = bytes.subarray(4, 16).toString('latin1');
  if (marker === APP0) return name.startsWith('JFIF\0') ? withoutSmallPicture(bytes) : undefined;
  if (marker === APP2) return name.startsWith('ICC_PROFILE') ? bytes : undefined;
  if (marker === APP14) return name.startsWith('Adobe') ? bytes : undefined;
  return (marker >= APP1 && marker <= APP15) || marker === COMMENT ? undefined : bytes;
};

const withoutSmallPicture = (bytes: Buffer): Buffer => {
  if (bytes.length < JFIF_BYTES) throw isDamaged();
  const bare = Buffer.from(bytes.subarray(0, JFIF_BYTES));
  bare.writeUInt16BE(JFIF_BYTES - 2, 2);
  bare.writeUInt16BE(0, JFIF_BYTES - 2);
  return bare;
};

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const mustHaveFewPixels = (frame: Buffer): void => {
  if (frame.length < 9) throw isDamaged();
  if (frame.readUInt16BE(5) * frame.readUInt16BE(7) > MOST_PIXELS) throw unpacksToTooMuch();
};
