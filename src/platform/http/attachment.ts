/**
 * Headers of a CSV file that a browser saves and never shows.
 * @param name of the file: it says what kind of list it is, and names nobody
 */
export const asAttachment = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});

/**
 * Headers with which a browser saves a file and never shows it, whatever is in it.
 * @param name of the file, in any script
 */
export const asSavedFile = (name: string, type: string, size: number): Record<string, string> => ({
  'content-type': type,
  'content-length': String(size),
  // RFC 6266: the plain name is for what does not read the other.
  'content-disposition': `attachment; filename="${plainName(name)}"; filename*=UTF-8''${encodedName(name)}`,
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});

const plainName = (name: string): string => name.replace(/[^\w. -]/g, '_');

/** RFC 8187 asks for a few more characters to be encoded than `encodeURIComponent` does. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
