import { strToU8, zipSync } from 'fflate';
import { crc32 } from 'node:zlib';

/** The smallest that is known as one. */
export const A_PDF = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n',
);

const WORD_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** A Word document with other parts in it. */
export const aWordDocument = (parts: Readonly<Record<string, Uint8Array>> = {}): Buffer =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(WORD_TYPES),
      'word/document.xml': strToU8('<w:document/>'),
      ...parts,
    }),
  );

const segment = (marker: number, data: Buffer | string): Buffer => {
  const bytes = Buffer.from(data as string, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** The notes of a camera: the place, the owner, and how it was held. */
const exif = (wayUp: number): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(0x112, 10);
  tiff.writeUInt16LE(3, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt16LE(wayUp, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 51.5N 0.1W, owner Ella')]);
};

/** The picture itself, with a byte that looks like a marker in it. */
export const PICTURE = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);

const frame = (height: number, width: number): Buffer => {
  const data = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  data.writeUInt16BE(height, 1);
  data.writeUInt16BE(width, 3);
  return data;
};

/** A JPEG as a telephone makes it. */
export const aJpeg = ({ wayUp = 1, height = 16, width = 16 } = {}): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    segment(0xe1, exif(wayUp)),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>owner Ella</x:xmpmeta>'),
    segment(0xed, 'Photoshop 3.0\0owner Ella'),
    segment(0xfe, 'taken by Ella'),
    segment(0xe2, 'ICC_PROFILE\0\x01\x01colours'),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame(height, width)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    PICTURE,
    // Between two scans, and behind the end.
    segment(0xfe, 'also by Ella'),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    PICTURE,
    Buffer.from([0xff, 0xd9]),
    Buffer.from('a film behind the picture, of Ella'),
  ]);

const chunk = (type: string, data: Buffer | string): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data as string, 'latin1')]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length - 4, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};

export const aPng = ({ height = 4, width = 4 } = {}): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', 'Author\0Ella'),
    chunk('eXIf', 'MM owner Ella'),
    chunk('IDAT', Buffer.from([1, 2, 3])),
    chunk('IEND', ''),
    Buffer.from('behind the end, of Ella'),
  ]);
};
