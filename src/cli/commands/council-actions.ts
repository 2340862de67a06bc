import { Tokens } from '../../access/tokens/tokens.js';
import { newId } from '../../platform/new-id.js';
import type { Actor } from '../../platform/event-store/event-store.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import { type CouncilView, ReadCouncil } from '../../roles/opening/council.query.js';
import { setFirstAdministrator } from '../../roles/opening/first-administrator.js';
import { openForWork } from '../../roles/opening/opening.js';
import { councilText } from '../../roles/opening/council.text.js';
import { ListProposals } from '../../roles/proposals/proposals.query.js';
import { proposalsText } from '../../roles/proposals/proposals.text.js';
import type { Council, OpenCouncil } from '../council.js';
import { CommandFailed, printJson, type Terminal } from '../terminal.js';

export const nameFirstAdministrator = async (
  { executor, directory, now }: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  name: string,
  { email = null, json }: { email?: string | null; json?: boolean },
): Promise<void> => {
  const envelope = { commandId: newId(), actor, occurredAt: now };
  const person = await setFirstAdministrator({ name, email }, { executor, directory, envelope });
  if (json) return printJson(terminal, { person });
  terminal.print(
    `On record: ${name} is the first administrator. To sign in with a browser they open a link: footprint setup-link. For the API, make a token: footprint token create --for '${person}' --days 30\n`,
  );
};

export const nameCouncil = async (
  { executor, now }: OpenCouncil,
  actor: Actor,
  terminal: Terminal,
  written: string,
  { json }: { json?: boolean },
): Promise<void> => {
  const name = written.trim();
  const envelope = { commandId: newId(), actor, occurredAt: now };
  await executor.execute(COUNCIL_STREAM, councilDecider, { type: 'name', name }, null, envelope);
  if (json) return printJson(terminal, { name });
  terminal.print(`The council is called ${name}. The name stands at the top of every page.\n`);
};

export const showCouncil = async (
  { queries }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const council = await queries.execute(new ReadCouncil());
  if (json) return printJson(terminal, council);
  terminal.print(councilText(council));
};

/** A name given on the command line shows nothing of who typed it, so the person who opens the council signs in. */
export const openTheCouncil = async (
  council: OpenCouncil,
  terminal: Terminal,
  { list, json }: { list: string; json?: boolean },
): Promise<void> => {
  const { store, directory, now, today } = council;
  const token = await new Tokens(store, { now: () => now }).valid(terminal.environment.FOOTPRINT_TOKEN?.trim() ?? '');
  if (token?.holder.kind !== 'person')
    throw new CommandFailed(
      'The IRO manager opens the council, and signs in for it: put their token into FOOTPRINT_TOKEN ("footprint token create --for NAME --days 1" makes one).',
    );
  const { person } = token.holder;
  const post = directory.postsHeldBy(person, today).find(({ kind }) => kind === 'iro-manager');
  const actor: Actor = { person, post: post?.postId ?? null, role: post?.kind ?? null };
  const readCouncil = async (): Promise<CouncilView> => {
    await council.readModels.catchUp();
    return council.queries.execute(new ReadCouncil());
  };
  const opening = { by: person, list, readCouncil };
  await openForWork(opening, council, { commandId: newId(), actor, occurredAt: now });
  if (json) return printJson(terminal, { standing: 'open' });
  terminal.print('The council is open. From now on whoever gets a post from which cases are read needs two people.\n');
};

export const listProposals = async (
  { queries }: Council,
  terminal: Terminal,
  { json }: { json?: boolean },
): Promise<void> => {
  const proposals = await queries.execute(new ListProposals());
  if (json) return printJson(terminal, { proposals: proposals.items });
  terminal.print(proposalsText(proposals));
};
