import { londonDate } from '../../calendar/dates.js';
import { childDecider, childStream } from '../../directory/child.js';
import { postTitle } from '../../directory/import/posts.js';
import { personDecider, personStream } from '../../directory/person.js';
import { postDecider, postStream } from '../../directory/post.js';
import { IN_SET_UP } from '../../roles/agreed.js';
import { COUNCIL_STREAM, councilDecider } from '../../roles/council.js';
import { takeTurn } from '../../roles/turn.js';
import type { Envelope, Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { personIdFromRegister } from '../rows/council.js';
import type { ReadRow } from '../rows/read-row.js';
import { sideBySide } from './side-by-side.js';

const AT_ONCE = 64;

/**
 * Makes the IROs and children that are known only from the rows, marked so; one who is in the directory already stays as they are. An
 * IRO gets an IRO's post, so that a dispute of theirs can be taken on, unless the council is open: then a register gives nobody a role,
 * and their post is proposed like any other.
 */
export const makeNewcomers = async (
  { executor }: { readonly executor: Executor },
  rows: readonly ReadRow[],
  envelope: (step: string) => Envelope,
): Promise<void> => {
  const iros = new Map(rows.flatMap(({ iro }) => (iro === null ? [] : [[personIdFromRegister(iro), iro] as const])));
  const known = new Set(rows.map((row) => (row.holds === 'disputes' ? row.facts.iro : row.facts.giver)));
  // A person of the directory has an id of their own, and is no newcomer.
  const newcomers = [...iros].filter(([personId]) => known.has(personId));
  const { state: council } = await executor.load(COUNCIL_STREAM, councilDecider);
  await sideBySide(newcomers, AT_ONCE, async ([personId, name]) => {
    await makePerson(executor, personId, name, envelope('newcomer'));
    if (!council.isOpen) await giveIroPost(executor, personId, envelope('newcomer'));
  });

  const children = [...new Set(rows.flatMap((row) => row.facts.children))];
  await sideBySide(children, AT_ONCE, (childId) => makeChild(executor, childId, envelope('newcomer')));
};

const makePerson = async (executor: Executor, personId: string, name: string, envelope: Envelope): Promise<void> => {
  const person = { type: 'register', personId, name, email: null, fromRegister: true } as const;
  await executor.execute(personStream(personId), personDecider, person, null, envelope);
};

const giveIroPost = async (executor: Executor, personId: string, envelope: Envelope): Promise<void> => {
  const postId = derivedId('iro-post-from-register', personId);
  const post = {
    type: 'register',
    postId,
    kind: 'iro',
    title: postTitle('iro'),
    team: null,
    service: null,
  } as const;
  await executor.execute(postStream(postId), postDecider, post, null, envelope);
  const { state } = await executor.load(postStream(postId), postDecider);
  if (state?.holdings.some(({ person }) => person === personId)) return;
  const taken = { ...envelope, commandId: derivedId(envelope.commandId, 'taken') };
  const gets = { person: personId, postKind: 'iro', from: null } as const;
  const giving = { stream: postStream(postId), command: taken.commandId, gets, agreed: 'set-up' } as const;
  await takeTurn(giving, executor, londonDate(envelope.occurredAt), envelope);
  const take = { type: 'take', person: personId, from: null, agreed: IN_SET_UP } as const;
  await executor.execute(postStream(postId), postDecider, take, null, taken);
};

const makeChild = async (executor: Executor, childId: string, envelope: Envelope): Promise<void> => {
  const child = {
    type: 'register',
    childId,
    initials: null,
    bornOn: null,
    population: 'looked-after',
    fromRegister: true,
  } as const;
  await executor.execute(childStream(childId), childDecider, child, null, envelope);
};
