import type { MeetingItem } from '../meeting.js';

/** Somebody to whom papers are handed. */
export interface Recipient {
  /** "T. Ashdown, Team manager" */
  readonly name: string;
  mayRead(item: MeetingItem): boolean;
}

/** The items of a meeting by who may hold them on paper. */
export interface Sorted {
  /** Those that each recipient may read: they stand in one pack for all. */
  readonly forAll: readonly MeetingItem[];
  /** The rest, on a sheet for each group of recipients, in the order of the agenda. */
  readonly sheets: readonly { readonly recipients: readonly string[]; readonly items: readonly MeetingItem[] }[];
  /** Those that no recipient may read: they are on no paper. */
  readonly forNobody: readonly MeetingItem[];
}

/** If nobody is to have the papers, the person who prints them keeps them. */
export const sorted = (items: readonly MeetingItem[], recipients: readonly Recipient[]): Sorted => {
  const readersOf = (item: MeetingItem): Recipient[] => recipients.filter((each) => each.mayRead(item));
  const forAll = items.filter((item) => readersOf(item).length === recipients.length);
  const rest = items.filter((item) => !forAll.includes(item));
  const sheets = new Map<string, { recipients: string[]; items: MeetingItem[] }>();
  for (const item of rest) {
    const readers = readersOf(item);
    if (readers.length === 0) continue;
    // By who they are: two people of one name may read different items.
    const group = readers.map((each) => recipients.indexOf(each)).join();
    const sheet = sheets.get(group) ?? { recipients: readers.map(({ name }) => name), items: [] };
    sheet.items.push(item);
    sheets.set(group, sheet);
  }
  return { forAll, sheets: [...sheets.values()], forNobody: rest.filter((item) => readersOf(item).length === 0) };
};
