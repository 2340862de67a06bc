/** Pixels of a picture, as many as any telephone takes: a small file can say that it has far more, and fills the memory of whoever opens it. */
export const MOST_PIXELS = 200_000_000;
