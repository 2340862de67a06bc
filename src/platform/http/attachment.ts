/**
 * Headers of a CSV file that a browser saves and never shows.
 * @param name of the file: it says what kind of list it is, and names nobody
 */
export const asAttachment = (name: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
});
