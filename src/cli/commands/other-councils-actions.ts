import { readFile } from 'node:fs/promises';
import { londonDate } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { digestOf } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { decode } from '../../platform/separated-text/encoding.js';
import {
  type OtherCouncilsAct,
  otherCouncilsDecider,
  otherCouncilsStream,
} from '../../reports/other-councils/other-councils.js';
import { readFiguresFile } from '../../reports/other-councils/read-figures-file.js';
import type { OpenCouncil } from '../council.js';
import { CommandFailed, fileFrom, type Terminal } from '../terminal.js';

/**
 * Enters every row of a file, or none; with `dryRun` it only says what would be entered.
 * @throws CommandFailed where a cell must be mended
 */
export const enterOtherCouncils = async (
  { executor, now }: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  file: string,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<void> => {
  const { rows, figures, refused } = readFiguresFile(decode(await readFile(fileFrom(terminal, file))));
  if (refused.length > 0)
    throw new CommandFailed(
      [
        `Nothing was entered of ${rows} ${rows === 1 ? 'row' : 'rows'}. Mend these cells:`,
        ...refused.map(
          ({ row, column, found, expected }) => `row ${row}, ${column}: it says “${found}”; expected: ${expected}`,
        ),
      ].join('\n'),
    );
  const act: OtherCouncilsAct = { type: 'enter', figures };
  const { revision, state } = await executor.load(otherCouncilsStream, otherCouncilsDecider);
  const context = { today: londonDate(now) };
  const would = otherCouncilsDecider.decide(act, state, context).length;
  if (!dryRun) {
    const commandId = derivedId('other-councils', digestOf(act), revision);
    await executor.execute(otherCouncilsStream, otherCouncilsDecider, act, context, {
      commandId,
      actor,
      occurredAt: now,
    });
  }
  const before = rows - would === 0 ? '' : ` ${rows - would} of ${rows} rows are on record already.`;
  terminal.print(
    `${dryRun ? 'Would be entered' : 'Entered'}: ${would} ${would === 1 ? 'figure' : 'figures'}.${before}\n`,
  );
};
