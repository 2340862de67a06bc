import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { A_PDF, aJpeg, aPng, aWordDocument, PICTURE } from '../../../test/support/documents.js';
import { inspected } from './inspected.js';

const code = (expected: string) => expect.objectContaining({ code: expected });
const typeOf = async (bytes: Buffer, name: string): Promise<string> => (await inspected(bytes, name)).kind.type;

/** A packed document of which the last part says that it is so large once it is unpacked. */
const unpackingTo = (bytes: number, packed: Buffer): Buffer => {
  const bomb = Buffer.from(packed);
  bomb.writeUInt32LE(bytes, bomb.lastIndexOf(Buffer.from('PK\x01\x02')) + 24);
  return bomb;
};

describe('the content of a file', () => {
  it('says what it is, whatever it is called', async () => {
    expect(await typeOf(A_PDF, 'picture.jpg')).toBe('application/pdf');
    expect(await typeOf(aJpeg(), 'minutes.pdf')).toBe('image/jpeg');
    expect(await typeOf(aPng(), 'x')).toBe('image/png');
    expect(await typeOf(aWordDocument(), 'x.zip')).toMatch(/wordprocessingml\.document$/);
  });

  it('of a text has no mark: it is named as one, and is text', async () => {
    expect(await typeOf(Buffer.from('A note, with “marks”.'), 'note.txt')).toBe('text/plain');
    expect(await typeOf(Buffer.from('a,b\n1,2\n'), 'table.CSV')).toBe('text/csv');
    await expect(inspected(Buffer.from([0x63, 0xe9]), 'note.txt')).rejects.toEqual(code('document-kind-not-taken'));
    await expect(inspected(Buffer.from('one\0two'), 'note.txt')).rejects.toEqual(code('document-kind-not-taken'));
  });

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'page.html'],
    ['a picture in letters', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture.svg'],
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'minutes.pdf'],
    ['an archive', Buffer.from(zipSync({ 'a.exe': strToU8('x') })), 'minutes.docx'],
    ['an older Office', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'minutes.doc'],
    ['a Word document with macros', aWordDocument({ 'word/vbaProject.bin': strToU8('Sub AutoOpen()') }), 'x.docx'],
  ])('that is %s is not taken', async (_, bytes, name) =>
    expect(inspected(bytes, name)).rejects.toEqual(code('document-kind-not-taken')),
  );

  it('that is empty, cut short or would fill the memory of the program that opens it is not taken', async () => {
    await expect(inspected(Buffer.alloc(0), 'minutes.pdf')).rejects.toEqual(code('document-empty'));
    await expect(inspected(aJpeg().subarray(0, 60), 'x.jpg')).rejects.toEqual(code('document-damaged'));
    await expect(inspected(aPng().subarray(0, 40), 'x.png')).rejects.toEqual(code('document-damaged'));
    await expect(inspected(aWordDocument().subarray(0, -30), 'x.docx')).rejects.toEqual(code('document-damaged'));
    const endless = code('document-unpacks-to-too-much');
    await expect(inspected(aJpeg({ height: 65_535, width: 65_535 }), 'x.jpg')).rejects.toEqual(endless);
    await expect(inspected(aPng({ height: 100_000, width: 100_000 }), 'x.png')).rejects.toEqual(endless);
    await expect(inspected(unpackingTo(260_000_000, aWordDocument()), 'x.docx')).rejects.toEqual(endless);
  });

  it('of a picture loses what the camera wrote, and nothing of the picture', async () => {
    for (const wayUp of [1, 3, 6, 8]) {
      const { bare } = await inspected(aJpeg({ wayUp }), 'x.jpg');
      expect(bare.toString('latin1')).not.toMatch(/Ella|GPS|xmpmeta|film/);
      expect(bare.toString('latin1').split(PICTURE.toString('latin1'))).toHaveLength(3);
      expect(bare.toString('latin1')).toContain('colours');
      expect(bare.includes('Exif')).toBe(wayUp !== 1);
      expect(await typeOf(bare, 'x.jpg')).toBe('image/jpeg');
      // Nothing more can be taken out of the result; it still says which way up the picture was held.
      expect((await inspected(bare, 'x.jpg')).bare).toEqual(bare);
    }
    const { bare } = await inspected(aPng(), 'x.png');
    expect(bare.toString('latin1')).not.toMatch(/Ella|Author/);
    expect((await inspected(bare, 'x.png')).bare).toEqual(bare);
  });

  it('is read to its end whatever stands in it', async () => {
    const jpeg = aJpeg();
    for (let at = 2; at < jpeg.length; at += 3) {
      const changed = Buffer.from(jpeg);
      changed[at] = 0xff;
      await inspected(changed, 'x.jpg').catch((error: { code?: string }) =>
        expect(error.code).toMatch(/^document-(damaged|unpacks-to-too-much|kind-not-taken)$/),
      );
    }
  });
});
