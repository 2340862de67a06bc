import { londonDate } from '../../calendar/dates.js';
import { timeInWords } from '../../calendar/in-words.js';
import { personDecider, personStream } from '../../directory/person.js';
import { mustBeOne } from '../../directory/who-is-meant.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { newId } from '../../platform/new-id.js';
import { hashOf, newSecret } from '../../platform/secret.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import { setFirstAdministrator } from '../../roles/opening/first-administrator.js';
import type { OpenCouncil } from '../council.js';
import { printJson, type Terminal } from '../terminal.js';

interface ToMake {
  /** Address at which people reach the program. */
  readonly site: string;
  /** The name of the person who becomes the first administrator, while there is none; then of whom the link signs in. */
  readonly for?: string;
  /** Of the person whom it signs in, also of one who is on record without it. */
  readonly email?: string;
  readonly json?: boolean;
}

/** The link alone goes to standard output, so that a script can take it; what it is goes to the terminal beside it. */
export const makeSetUpLink = async (
  { executor, directory, now }: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  { site, json, for: name, email }: ToMake,
): Promise<void> => {
  const before = await executor.load(COUNCIL_STREAM, councilDecider);
  if (name !== undefined && before.state.firstAdministrator === null) {
    const envelope = { commandId: newId(), actor, occurredAt: now };
    await setFirstAdministrator({ name, email: email ?? null }, { executor, directory, envelope });
  }
  const { firstAdministrator } = before.state;
  const today = londonDate(now);
  const whom =
    name === undefined || firstAdministrator === null ? undefined : mustBeOne(name, directory, today).personId;
  const secret = newSecret();
  const { state } = await executor.execute(
    COUNCIL_STREAM,
    councilDecider,
    {
      ...({ type: 'make-set-up-link', hash: hashOf(secret), at: now } as const),
      ...(whom === undefined
        ? {}
        : { for: { person: whom, holds: directory.postsHeldBy(whom, today).map(({ kind }) => kind) } }),
    },
    null,
    { commandId: newId(), actor, occurredAt: now },
  );
  const { expiresAt, person } = state.setUpLink!;
  // Only of somebody for whom there may be a link.
  if (email !== undefined && firstAdministrator !== null) {
    const act = { type: 'complete', name: directory.person(person)?.name ?? person, email } as const;
    await executor.execute(personStream(person), personDecider, act, null, {
      commandId: newId(),
      actor,
      occurredAt: now,
    });
  }
  const link = `${site}/set-up?link=${secret}`;
  if (json) return printJson(terminal, { link, person, expiresAt });
  const who = directory.person(person)?.name ?? name ?? person;
  terminal.say(`For ${who}, once, until ${timeInWords(expiresAt)}. Whoever opens it signs in as them.\n`);
  terminal.print(`${link}\n`);
};
