/** @param thanked ids of people who are named in it */
export const acknowledgementBody = (child: string, words: string, thanked: readonly string[] = []): object => ({
  children: [child],
  people: thanked.length > 0 ? thanked.map((person) => ({ person })) : [{ name: 'A carer' }],
  theme: 'PA-DIRECT',
  whatTheyDid: `Her life story, ${words}.`,
});

export const recommendationsBody = (child: string, words: string): object => ({
  child,
  reviewedOn: '2023-03-29',
  recommendations: [{ what: `Begin life story work, ${words}.` }],
});
