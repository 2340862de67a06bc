import { THE_OPERATOR } from '../../access/asker.js';
import { childText } from '../../directory/children/child.text.js';
import { ReadChildHistory } from '../../directory/children/child-history.query.js';
import { ReadChild } from '../../directory/children/child.query.js';
import type { Council } from '../council.js';
import { printJson, type Terminal } from '../terminal.js';
import { asItStoodLine, dayGiven } from './as-at.js';
import { opened } from './opened.js';

export interface RecordOptions {
  readonly json?: boolean;
  /** As it stood at the end of this day; as it stands now unless given. */
  readonly asAt?: string;
}

/** The most lines of a history that are printed. */
const MOST = '200';

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
