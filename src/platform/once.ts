/**
 * A function that works out its answer once for each question, for as long as it is kept: the answers of one reading, not of the program.
 * Questions are told apart by what they say, so each is what JSON can write.
 */
export const once = <Asked extends readonly unknown[], Answer>(
  answer: (...asked: Asked) => Answer,
): ((...asked: Asked) => Answer) => {
  const known = new Map<string, { readonly answer: Answer }>();
  return (...asked) => {
    const question = JSON.stringify(asked);
    const found = known.get(question) ?? { answer: answer(...asked) };
    known.set(question, found);
    return found.answer;
  };
};
