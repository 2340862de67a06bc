import { createHash } from 'node:crypto';
import type { LocalDate } from '../../calendar/calendar.js';
import { mustBePossible, nobodysDate } from '../../calendar/date-rules.js';
import { isLocalDate, londonDate } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import type { Envelope } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../../protocol/adoption.js';
import type { Protocol } from '../../protocol/protocol.js';
import { inWordsOf } from '../../protocol/shown/protocol-shown.js';
import type { ProtocolRead } from '../../protocol/read-protocol.js';
import { IN_SET_UP, NOT_NEEDED } from '../../roles/agreed.js';
import type { ProtocolProposed } from '../../roles/events.js';
import { remarksOnAdoption } from '../../roles/checked-protocol.js';
import { propose } from '../../roles/proposing.js';
import { ReadCouncil } from '../../roles/opening/council.query.js';
import { takeTurn } from '../../roles/turn.js';
import { givesMore } from '../../roles/what-a-protocol-gives.js';
import type { OpenCouncil } from '../council.js';
import { BadUse, CommandFailed, printExactly, printJson, type Terminal } from '../terminal.js';
import { proposerOf } from './proposer.js';
import { inFull, readAndChecked } from './protocols-kept.js';

export const checkProtocol = async (terminal: Terminal, path: string, { json }: { json?: boolean }): Promise<void> => {
  const { protocol, warnings, remarks } = await readAndChecked(path);
  if (json) return printJson(terminal, { protocol, warnings, remarks });
  const said = inWordsOf(protocol);
  printExactly(terminal, inFull(protocol));
  for (const { line, message } of remarks) printExactly(terminal, `Warning, line ${line}: ${said(message)}\n`);
};

interface Adopting extends ProtocolRead {
  readonly from: LocalDate;
  readonly text: string;
}

/** Reads the file before any data is opened. @throws BadUse, CommandFailed, ProtocolInvalid */
export const adoptingFrom = async (path: string, from: string): Promise<Adopting> => {
  if (!isLocalDate(from)) throw new BadUse(`--from ${from}: write a date that exists as year-month-day: 2021-04-01.`);
  return { from, ...(await readAndChecked(path)) };
};

export const adoptProtocol = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { from, text, protocol, warnings: inTheFile }: Adopting,
  { json }: { json?: boolean },
): Promise<void> => {
  mustBePossible('of-the-rules', [from], nobodysDate(londonDate(council.now)));
  const adopted = await council.protocols.versions();
  const odd = remarksOnAdoption(protocol, from, council.today, adopted.at(-1)?.protocol);
  const warnings = [...odd.map(({ message }) => message), ...inTheFile];
  const fileSha256 = createHash('sha256').update(text).digest('hex');
  const commandId = derivedId('adopt-protocol', fileSha256, from, adopted.length);
  const envelope = { commandId, actor, occurredAt: council.now };
  const isOpen = (await council.queries.execute(new ReadCouncil())).standing === 'open';
  const gives = isOpen ? givesMore(protocol, await inForceOn(council, from)) : [];
  if (gives.length > 0) {
    const what = { kind: 'protocol', from, protocol, file: text, fileSha256, warnings, gives } as const;
    return proposeProtocol(council, what, envelope, terminal, json);
  }
  const act = {
    type: 'adopt-protocol',
    from,
    protocol,
    file: text,
    fileSha256,
    warnings,
    agreed: isOpen ? NOT_NEEDED : IN_SET_UP,
  } as const;
  // A turn is taken only for what is then given.
  if (adoptionDecider.decide(act, adopted, null).length > 0) {
    const giving = { stream: PROTOCOL_STREAM, command: commandId, gets: null, agreed: act.agreed.how };
    await takeTurn(giving, council.executor, council.today, envelope);
  }
  const { state } = await council.executor.execute(PROTOCOL_STREAM, adoptionDecider, act, null, envelope);
  const version = state.at(-1)!.version;
  terminal.keep?.([protocol.title]);
  if (json) return printJson(terminal, { version, from, protocol: protocol.id, warnings });
  terminal.print(`Adopted: ${protocol.title}, version ${version}, in force from ${from}.\n`);
  for (const warning of warnings) terminal.say(`Warning: ${warning}\n`);
};

/** It gives posts more than they have, and the council is open: another person must agree. */
const proposeProtocol = async (
  council: OpenCouncil,
  what: ProtocolProposed,
  envelope: Envelope,
  terminal: Terminal,
  json: boolean | undefined,
): Promise<void> => {
  const person = proposerOf(envelope.actor);
  if (person === null)
    throw new CommandFailed(
      `This protocol gives posts from which cases are read more than they have (${what.gives.join('; ')}), so one person proposes it and another agrees. Propose it with --as and the name of an administrator or IRO manager.`,
    );
  const by = { person, isProgram: false, actingFor: null, tokenMadeBy: null };
  const { proposal } = await propose(what, by, council, {
    ...envelope,
    commandId: derivedId('propose', envelope.commandId, council.today),
  });
  if (json) return printJson(terminal, { proposal, from: what.from, protocol: what.protocol.id, gives: what.gives });
  terminal.keep?.([what.protocol.title]);
  terminal.print(
    `Proposed: ${what.protocol.title}, from ${what.from}, as ${proposal}. It comes into force once a second person agrees, since it gives more than the rules in force:\n`,
  );
  for (const gift of what.gives) terminal.print(`  ${gift}\n`);
};

const inForceOn = async ({ protocols }: OpenCouncil, day: LocalDate): Promise<Protocol | undefined> =>
  (await protocols.versions()).some(({ from }) => from <= day)
    ? (await protocols.current()).inForceOn(day).protocol
    : undefined;
