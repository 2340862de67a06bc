/** The text that was sent under a name, in a query or a form; empty if there was none, or no text. */
export const fieldOf = (sent: unknown, name: string): string => {
  const value = (sent as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};
