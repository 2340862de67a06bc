const marked = new WeakSet<object>();

/** Marks an answer in which nothing stands of what its address names: nobody has opened that by being answered so. */
export const showingNothing = <Answer extends object>(answer: Answer): Answer => {
  marked.add(answer);
  return answer;
};

export const showsNothing = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && marked.has(answer);
