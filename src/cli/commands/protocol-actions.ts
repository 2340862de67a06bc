import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { isLocalDate } from '../../calendar/dates.js';
import { workingCalendar } from '../../calendar/working-days.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { derivedId } from '../../platform/ids.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../../protocol/adoption.js';
import { describeProtocol } from '../../protocol/describe-protocol.js';
import { type ProtocolRead, readProtocol } from '../../protocol/read-protocol.js';
import type { OpenCouncil } from '../council.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

export const checkProtocol = async (terminal: Terminal, path: string, { json }: { json?: boolean }): Promise<void> => {
  const { protocol, warnings } = readProtocol(await textOf(path), basename(path));
  if (json) return printJson(terminal, { protocol, warnings });
  terminal.print(`${describeProtocol(protocol, workingCalendar(bundledHolidays(), []))}\n`);
  for (const warning of warnings) terminal.print(`Warning: ${warning}\n`);
};

interface Adopting extends ProtocolRead {
  readonly from: LocalDate;
  readonly text: string;
}

/** Reads the file before any data is opened. @throws BadUse, CommandFailed, ProtocolInvalid */
export const adoptingFrom = async (path: string, from: string): Promise<Adopting> => {
  if (!isLocalDate(from)) throw new BadUse(`--from ${from}: write a date that exists as year-month-day: 2021-04-01.`);
  const text = await textOf(path);
  return { from, text, ...readProtocol(text, basename(path)) };
};

export const adoptProtocol = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { from, text, protocol, warnings }: Adopting,
  { json }: { json?: boolean },
): Promise<void> => {
  const adopted = await council.protocols.versions();
  const fileSha256 = createHash('sha256').update(text).digest('hex');
  const { state } = await council.executor.execute(
    PROTOCOL_STREAM,
    adoptionDecider,
    { type: 'adopt-protocol', from, protocol, fileSha256, warnings },
    null,
    { commandId: derivedId('adopt-protocol', fileSha256, from, adopted.length), actor, occurredAt: council.now },
  );
  const version = state.at(-1)!.version;
  if (json) return printJson(terminal, { version, from, protocol: protocol.id, warnings });
  terminal.print(`Adopted: ${protocol.title}, version ${version}, in force from ${from}.\n`);
  for (const warning of warnings) terminal.say(`Warning: ${warning}\n`);
};

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch(() => {
    throw new CommandFailed(`${path} cannot be opened. Check its name and that you may read it.`);
  });
