import { isProgramRole, PROGRAM_ROLES } from '../../access/access-table.js';
import { THE_OPERATOR } from '../../access/asker.js';
import type { TokenHolder } from '../../access/tokens/events.js';
import { makeToken } from '../../access/tokens/make-token.js';
import { tokenDecider, tokenStream } from '../../access/tokens/token.js';
import { readTokenId } from '../../access/tokens/token-text.js';
import { ListTokens } from '../../access/tokens/tokens.query.js';
import { tokensText } from '../../access/tokens/tokens.text.js';
import { londonDate } from '../../calendar/dates.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { newId } from '../../platform/new-id.js';
import type { Council, OpenCouncil } from '../council.js';
import { personMeant } from '../person-meant.js';
import { BadUse, CommandFailed, printJson, type Terminal } from '../terminal.js';

interface ToCreate {
  readonly for: string;
  readonly days: number;
  readonly role?: string;
  readonly json?: boolean;
}

/** The token alone goes to standard output, so that a script can take it; what it is goes to the terminal beside it. */
export const createToken = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { for: writtenHolder, days, role, json }: ToCreate,
): Promise<void> => {
  const holder =
    role === undefined ? personCalled(writtenHolder, council) : programCalled(writtenHolder, role, council);
  const envelope = { commandId: newId(), actor, occurredAt: council.now };
  const { token, text, expiresAt } = await makeToken({ holder, days }, council, envelope);
  if (json) return printJson(terminal, { id: token, token: text, ...holder, expiresAt });
  terminal.say(
    `Token ${token} for ${writtenHolder}, until ${londonDate(expiresAt)}. Copy it now: it cannot be shown again.\n`,
  );
  terminal.print(`${text}\n`);
};

/** A person's token carries what their posts carry, so they must hold one. */
const personCalled = (written: string, { directory, today }: OpenCouncil): TokenHolder => {
  const person = personMeant(written, directory, today, '--for');
  if (directory.postsHeldBy(person.personId, today).length === 0)
    throw new CommandFailed('This person holds no post today, so a token would open nothing. Import their post first.');
  return { kind: 'person', person: person.personId };
};

const programCalled = (program: string, role: string, { directory }: OpenCouncil): TokenHolder => {
  if (!isProgramRole(role))
    throw new BadUse(`--role ${role}: a program can be given one of ${PROGRAM_ROLES.join(', ')}.`);
  if (directory.person(program) !== undefined || directory.peopleNamed(program).length > 0)
    throw new CommandFailed('--for names a person, whose token carries what their posts carry. Leave --role out.');
  return { kind: 'program', program, role };
};

/** Withdraws a token, so that it opens nothing from then on. @throws BadUse for a text that is no id of a token */
export const withdrawToken = async (
  council: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  written: string,
  { reason = null }: { reason?: string | null },
): Promise<void> => {
  const token = readTokenId(written);
  if (token === undefined)
    throw new BadUse('This is not the id of a token. "footprint token list" shows those there are.');
  await council.executor.execute(
    tokenStream(token),
    tokenDecider,
    { type: 'withdraw', reason, at: council.now },
    null,
    { commandId: newId(), actor, occurredAt: council.now },
  );
  terminal.print(`Withdrawn: ${token} opens nothing from the next request on.\n`);
};

export const listTokens = async (
  { queries }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const tokens = await queries.execute(new ListTokens(THE_OPERATOR));
  if (json) printJson(terminal, { tokens });
  else terminal.print(`${tokensText(tokens)}\n`);
};
