/** What was sent under a name, in a query or a form; empty where nothing was, or not text. */
export const fieldOf = (sent: unknown, name: string): string => {
  const value = (sent as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};
