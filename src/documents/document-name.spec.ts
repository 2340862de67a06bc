import { describe, expect, it } from '@jest/globals';
import { kindOf } from './document.js';
import { documentName } from './document-name.js';

const PDF = kindOf('application/pdf')!;
const JPEG = kindOf('image/jpeg')!;

describe('the name of a document', () => {
  it.each([
    ['minutes.pdf', 'minutes.pdf'],
    ['Minutes of 4 May.PDF', 'Minutes of 4 May.pdf'],
    ['C:\\Users\\ella\\minutes.pdf', 'minutes.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['/', 'document.pdf'],
    ['', 'document.pdf'],
    ['...', 'document.pdf'],
    ['.pdf', 'document.pdf'],
    ['programme.exe', 'programme.exe.pdf'],
    ['two\r\nlines\0.pdf', 'twolines.pdf'],
    // Turned round, it would read as another ending.
    ['minutes\u202efdp.exe', 'minutesfdp.exe.pdf'],
    ['Mynediad  a’r cynllun.pdf', 'Mynediad a’r cynllun.pdf'],
  ])('of %j is %j', (given, kept) => expect(documentName(given, PDF)).toBe(kept));

  it('has the ending of what it is, and keeps another of the same kind', () => {
    expect(documentName('photo.jpeg', JPEG)).toBe('photo.jpeg');
    expect(documentName('photo.pdf', JPEG)).toBe('photo.pdf.jpg');
  });

  it('is cut to what a list can show, whatever its characters are', () => {
    const long = documentName(`${'😀'.repeat(300)}.pdf`, PDF);
    expect([...long]).toHaveLength(104);
    expect(long.endsWith('.pdf')).toBe(true);
  });
});
