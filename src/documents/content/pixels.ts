/** Pixels of a picture, as many as any telephone takes: a small file can claim far more, and fill the memory of the program that opens it. */
export const MOST_PIXELS = 200_000_000;
