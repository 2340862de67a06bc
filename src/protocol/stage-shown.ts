/** A stage as a page or a list names it: by the name that its protocol gives it, as everywhere; by its number where it has none. */
export const stageShown = (name: string | null, number: number): string =>
  name !== null && name !== '' ? name : number === 0 ? 'Informal' : `Stage ${number}`;
