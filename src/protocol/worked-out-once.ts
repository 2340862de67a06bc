/**
 * A function that works something out of an object that never changes, once for as long as there is that object. Every sentence of every
 * answer asks for the council's words, and to work them out takes longer than to write the sentence.
 */
export const workedOutOnce = <From extends object, Result>(
  workOut: (from: From) => Result,
): ((from: From) => Result) => {
  const results = new WeakMap<From, { readonly result: Result }>();
  return (from) => {
    const known = results.get(from) ?? { result: workOut(from) };
    results.set(from, known);
    return known.result;
  };
};
