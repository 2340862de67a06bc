/**
 * SQLite's own code, for example `SQLITE_FULL`; undefined for any other error. Asked of the code, not of the class: the driver has one
 * class for a whole process, and a second copy of the driver's module does not know it.
 */
export const sqliteCodeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
};
