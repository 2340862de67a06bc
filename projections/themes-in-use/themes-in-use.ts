import type { LocalDate } from '../../src/calendar/calendar.js';
import { addDays } from '../../src/calendar/dates.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import type { ProtocolEvent } from '../../src/protocol/events.js';
import { idOf } from '../folding.js';

/** One row for each theme the council has ever listed: a year before it was collected reads "not collected", not 0. */
export type ThemeInUseRow = {
  readonly council: string;
  readonly code: string;
  /** The council's own words. */
  readonly label: string;
  /** Null: always. */
  readonly collected_from: LocalDate | null;
  /** Null: still. */
  readonly collected_to: LocalDate | null;
};

export const themesInUse: Projection<ThemeInUseRow> = {
  name: 'themes_in_use',
  version: 1,
  categories: ['protocol'],
  columns: { council: 'text', code: 'text', label: 'text', collected_from: 'text', collected_to: 'text' },
  key: ['council', 'code'],
  partitionBy: idOf,
  when: handlers<ProtocolEvent, ThemeInUseRow>({
    ProtocolAdopted: (rows, event) => {
      const { from, protocol } = event.data;
      const listed = protocol.themes.map((theme) => {
        const before = rows.find(({ code }) => code === theme.code);
        return {
          council: idOf(event),
          code: theme.code,
          label: theme.label,
          // A list says from when; a theme that only a later version lists is collected from that version on.
          collected_from: theme.from ?? (before ? before.collected_from : rows.length === 0 ? null : from),
          collected_to: theme.to ?? null,
        };
      });
      const dropped = rows
        .filter(({ code }) => !protocol.themes.some((theme) => theme.code === code))
        .map((row) => ({ ...row, collected_to: row.collected_to ?? addDays(from, -1) }));
      return [...listed, ...dropped];
    },
  }),
};
