import type { Command } from 'commander';
import { THE_OPERATOR } from '../../access/asker.js';
import { childText } from '../../directory/children/child.text.js';
import { ReadChildHistory } from '../../directory/children/child-history.query.js';
import { ReadChild } from '../../directory/children/child.query.js';
import type { DisputeDto, HistoryDto } from '../../disputes/read/dispute.dto.js';
import { disputeText } from '../../disputes/read/dispute.text.js';
import { readReference } from '../../platform/ids.js';
import type { Council } from '../council.js';
import { overTheApi } from '../over-the-api.js';
import { BadUse, printExactly, printJson, type Terminal } from '../terminal.js';
import { asItStoodLine, dayGiven } from './as-at.js';
import { opened } from './opened.js';

export interface RecordOptions {
  readonly json?: boolean;
  /** As it stood at the end of this day; as it stands now unless given. */
  readonly asAt?: string;
}

/** The most lines of a history that are printed. */
const MOST = '200';

/** Prints a dispute as the person may read it whose token is there; that they opened it is put on record by the API. */
export const printDispute = async (
  command: Command,
  terminal: Terminal,
  written: string,
  { asAt, json }: RecordOptions,
): Promise<void> => {
  const day = dayGiven(asAt);
  const reference = readReference(written);
  if (reference === undefined)
    throw new BadUse(`"${written}" is not the reference of a dispute. Write it as DRP-7K4M-2QXH.`);
  const asked = day === undefined ? '' : `?asAt=${day}`;
  const read = <Answer>(path: string): Promise<Answer> =>
    overTheApi<Answer>(command, terminal, { path: `${path}${asked}` });
  const dispute = await read<DisputeDto>(`/disputes/${reference}`);
  const history = await read<HistoryDto>(`/disputes/${reference}/events`);
  if (json) return printJson(terminal, { dispute, history });
  // What people wrote is printed as they wrote it.
  printExactly(terminal, `${asItStoodLine(asAt)}${disputeText(dispute, history)}\n`);
};

/** Prints a child once it is on record that it was opened. */
export const printChild = async (
  council: Council,
  terminal: Terminal,
  childId: string,
  { asAt, json }: RecordOptions,
): Promise<void> => {
  const day = dayGiven(asAt);
  const child = await council.queries.execute(new ReadChild(childId, THE_OPERATOR, day));
  const history = await council.queries.execute(new ReadChildHistory(childId, { limit: MOST }, THE_OPERATOR, day));
  await opened(council, 'child', 'record child', [], [childId]);
  if (json) return printJson(terminal, { child, history });
  terminal.print(`${asItStoodLine(asAt)}${childText(child, history)}\n`);
};
