import type { Instant } from '../../calendar/calendar.js';
import { timeInWords } from '../../calendar/in-words.js';
import type { HistoryEntryDto } from '../read/dispute.dto.js';

/** The entries that others have added, of those that this reader may see, the last recorded first. @param seen how many they saw before */
export const addedSince = (
  entries: readonly HistoryEntryDto[],
  seen: number,
  reader: string,
): readonly HistoryEntryDto[] =>
  [...entries]
    .sort((one, other) => (one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0))
    .slice(seen)
    .filter((entry) => isOfAnother(entry, reader))
    .reverse();

/** The entries that others have added since a moment, the last recorded first. */
export const addedAfter = (
  entries: readonly HistoryEntryDto[],
  moment: Instant,
  reader: string,
): readonly HistoryEntryDto[] =>
  entries
    .filter(({ recordedAt }) => recordedAt > moment)
    .filter((entry) => isOfAnother(entry, reader))
    .toReversed();

const isOfAnother = ({ by }: HistoryEntryDto, reader: string): boolean => by.person.id !== reader;

/** `At 2:08pm: Tom (the team manager) agreed with the dispute.` Null where nothing was added. */
export const newsInWords = (added: readonly HistoryEntryDto[]): string | null => {
  const [last] = added;
  if (last === undefined) return null;
  const said = `At ${timeInWords(last.recordedAt)}: ${last.sentence}`;
  return added.length === 1 ? said : `${said} ${added.length} things happened since you opened this.`;
};
