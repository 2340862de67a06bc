const EXIF = 'Exif\0\0';
/** The tag that says how a camera was held (EXIF 2.32, 4.6.4). */
const ORIENTATION = 0x112;
const MOST_TAGS = 200;

/** How the camera was held, 1 to 8, by its segment APP1; undefined where it does not say. */
export const wayUpIn = (segment: Buffer): number | undefined => {
  if (segment.subarray(4, 10).toString('latin1') !== EXIF) return undefined;
  const tiff = segment.subarray(10);
  const isLittle = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let tag = 0; tag < Math.min(MOST_TAGS, short(first)); tag++) {
      const at = first + 2 + tag * 12;
      const value = short(at) === ORIENTATION ? short(at + 8) : 0;
      if (value >= 1 && value <= 8) return value;
    }
  } catch {
    // Its tags lead outside of it: what it says is not known.
  }
  return undefined;
};

/** A segment APP1 that says how the camera was held, and nothing else. */
export const withWayUp = (value: number): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(value, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), tiff]);
};
