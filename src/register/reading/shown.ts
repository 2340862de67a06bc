const MOST_SHOWN = 60;

/** The beginning of a cell, for messages: short enough for a line, and with nothing in it that a terminal would act on. */
export const shown = (text: string): string => {
  const beginning = text
    .slice(0, MOST_SHOWN)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ');
  return text.length > MOST_SHOWN ? `${beginning}…` : beginning;
};
