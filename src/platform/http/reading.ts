const READING: readonly string[] = ['GET', 'HEAD'];

/** Whether a request only reads: everything else is a command. */
export const isReading = (method: string): boolean => READING.includes(method);
