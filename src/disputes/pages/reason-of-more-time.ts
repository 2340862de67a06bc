import type { HistoryEntryDto } from '../read/dispute.dto.js';

/** Why more time was asked for the last time, of those entries that count; null for readers who may not read what was written. */
export const reasonOfMoreTime = (entries: readonly HistoryEntryDto[]): string | null => {
  const asked = entries.findLast(({ what, takenBackBy }) => what === 'ExtensionAsked' && takenBackBy === null);
  return (asked?.data as { readonly reason?: string | null } | undefined)?.reason ?? null;
};
