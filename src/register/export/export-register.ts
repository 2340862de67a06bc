import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AcknowledgementEvent } from '../../acknowledgements/events.js';
import type { Directory } from '../../directory/directory.js';
import type { DisputeEvent } from '../../disputes/events.js';
import type { Recorded } from '../../platform/decider.js';
import { categoryOf, type EventStore } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import { BYTE_ORDER_MARK, csvLines } from './csv.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES, exportMapping } from './layout.js';
import { type AcknowledgementRow, acknowledgementRow, type DisputeRow, disputeRow } from './register-rows.js';
import { acknowledgementCells, disputeCells, namesFrom } from './write-row.js';

export interface Exported {
  readonly disputes: number;
  readonly acknowledgements: number;
  /** Disputes left out, since only the people on their lists may see them. */
  readonly restricted: number;
  /** Names of the files written. */
  readonly files: readonly string[];
}

/** It says as much about children as the log does. */
const FOR_THIS_USER = { mode: 0o600 };

/** Every row there is, in the order in which it came: imported ones and ones raised here, without those of withdrawn imports. */
export const registerRows = async (
  store: EventStore,
): Promise<{ disputes: DisputeRow[]; acknowledgements: AcknowledgementRow[] }> => {
  const disputes = new Map<string, DisputeRow | null>();
  const acknowledgements = new Map<string, AcknowledgementRow | null>();
  for await (const event of eventsOf(store, ['dispute', 'acknowledgement'])) {
    const { stream } = event;
    if (categoryOf(stream) === 'dispute')
      disputes.set(stream, disputeRow(disputes.get(stream) ?? null, event as unknown as Recorded<DisputeEvent>));
    else
      acknowledgements.set(
        stream,
        acknowledgementRow(acknowledgements.get(stream) ?? null, event as unknown as Recorded<AcknowledgementEvent>),
      );
  }
  return { disputes: present(disputes), acknowledgements: present(acknowledgements) };
};

/** Writes `disputes.csv`, `acknowledgements.csv` and the `mapping.yaml` by which they can be imported again. */
export const exportRegister = async (
  { store, directory }: { readonly store: EventStore; readonly directory: Directory },
  folder: string,
  today: string,
): Promise<Exported> => {
  const rows = await registerRows(store);
  const disputes = rows.disputes.filter(({ restricted }) => restricted !== true);
  const names = namesFrom(directory, today);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const write = (file: string, headings: Readonly<Record<string, string>>, cells: Record<string, string>[]) => {
    const fields = Object.keys(headings);
    const lines = [Object.values(headings), ...cells.map((each) => fields.map((field) => each[field]!))];
    return writeFile(join(folder, file), BYTE_ORDER_MARK + csvLines(lines), FOR_THIS_USER);
  };
  const files = ['disputes.csv', 'acknowledgements.csv', 'mapping.yaml'] as const;
  await write(
    files[0],
    EXPORTED_DISPUTES,
    disputes.map((row) => disputeCells(row, names)),
  );
  await write(
    files[1],
    EXPORTED_ACKNOWLEDGEMENTS,
    rows.acknowledgements.map((row) => acknowledgementCells(row, names)),
  );
  await writeFile(join(folder, files[2]), exportMapping(), FOR_THIS_USER);
  return {
    disputes: disputes.length,
    acknowledgements: rows.acknowledgements.length,
    restricted: rows.disputes.length - disputes.length,
    files,
  };
};

const present = <Row>(rows: ReadonlyMap<string, Row | null>): Row[] => [...rows.values()].filter((row) => row !== null);
