import { createHash } from 'node:crypto';
import type { LocalDate } from '../../calendar/calendar.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { eventsOf } from '../../platform/event-store/events-of.js';
import { POST_KINDS } from '../../protocol/protocol.js';
import type { Directory } from '../directory.js';
import type { DecidedEvent, Plan } from './plan.js';
import { postTitle } from './posts.js';
import { Row } from './table.js';

/** The changes of a newer file to the directory, for a person to read before it is carried out. */
export interface Differences {
  /** A line each. */
  readonly lines: readonly string[];
  /** Of the lines: the person who carries the change out gives it back, so that nothing else is carried out than what was read. */
  readonly digest: string;
}

/** No row of the file asks for it: that is why it happens. */
const NO_ROW = new Row(0, new Map());

/**
 * Posts that are held today and that the file gives to the same person no more. It speaks for the kinds of post of which it has a row:
 * team managers may stand in the file of teams alone.
 */
export const planLeavers = (plan: Plan, directory: Directory, today: LocalDate): void => {
  for (const kind of plan.postKinds)
    for (const { postId, person } of directory.postsHeld(kind, today))
      if (person !== null && !plan.gives(postId, person))
        plan.add(NO_ROW, 'Post', { kind: 'post', id: postId, act: { type: 'leave', person, on: today } });
};

/** Every change, and everybody and everything that the file does not speak of and that stays. */
export const differencesIn = async (
  plan: Plan,
  holds: 'teams' | 'people' | 'children',
  { directory, store, today }: { readonly directory: Directory; readonly store: EventStore; readonly today: LocalDate },
): Promise<Differences> => {
  const names = new Map(
    plan.decided.flatMap(({ type, data }) => (type === 'PersonRegistered' ? [[data.personId, data.name]] : [])),
  );
  const person = (id: unknown): string => String(names.get(id) ?? directory.person(String(id))?.name ?? id);
  const post = (id: string): string => directory.post(id)?.title ?? id;
  const changes = plan.decided.map((event) => inWords(event, person, post)).sort();
  const proposed = plan.toPropose
    .map((each) => (each.kind === 'post' ? `${each.title}, for ${person(each.person)}` : each.title))
    .map((what) => `waits for a second person: ${what}`)
    .sort();
  const left = leftAndNotTakenAgain(plan, directory, today).map(
    (each) =>
      `left before, and not taken again: ${post(each.post)}, by ${person(each.person)} (a first day in From takes it again)`,
  );
  const lines = [...changes, ...proposed, ...left.sort(), ...(await notInFile(plan, holds, directory, store, today))];
  return { lines, digest: createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 16) };
};

/** A row of a post that its person has left says nothing new: it is read as the row of that time. */
const leftAndNotTakenAgain = (plan: Plan, directory: Directory, today: LocalDate) =>
  plan
    .holdings()
    .filter(
      ({ post, person }) =>
        !directory.postsHeldFrom(person, today).some(({ postId }) => postId === post) &&
        !plan.decided.some(({ id, type, data }) => type === 'PostTaken' && id === post && data.person === person) &&
        !plan.toPropose.some((each) => each.kind === 'post' && each.post === post && each.person === person),
    );

type Called = (id: string) => string;

const inWords = ({ id, type, data }: DecidedEvent, person: (id: unknown) => string, post: Called): string => {
  switch (type) {
    case 'PersonRegistered':
      return `new person: ${String(data.name)}`;
    case 'PostTaken':
      return `post taken: ${post(id)}, by ${person(data.person)}`;
    case 'PostLeft':
      return `post left: ${post(id)}, by ${person(data.person)}, last day ${String(data.on)}`;
    case 'TeamRegistered':
      return `new team: ${String(data.name)}`;
    default:
      return `${type.replace(/(?<=.)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()}: ${id}`;
  }
};

/** A file cannot end a team or a child's care by leaving them out: each ends in its own way, on a day. */
const notInFile = async (
  plan: Plan,
  holds: 'teams' | 'people' | 'children',
  directory: Directory,
  store: EventStore,
  today: LocalDate,
): Promise<string[]> => {
  if (holds === 'teams')
    return directory
      .teams(today)
      .filter(({ teamId }) => !plan.speaksOf('team', teamId))
      .map(({ name }) => `not in the file, and stays: team ${name} (a last day in To ends it)`);
  if (holds === 'people')
    return POST_KINDS.filter((kind) => !plan.postKinds.has(kind)).flatMap((kind) => {
      const held = directory.postsHeld(kind, today).filter((each) => each.person !== null).length;
      return held === 0 ? [] : [`no row in the file, and stays: everybody who is ${postTitle(kind)} (${held})`];
    });
  const known = new Set<string>();
  for await (const { stream } of eventsOf(store, ['child'])) known.add(stream.slice(stream.indexOf('-') + 1));
  return [...known]
    .filter((childId) => !plan.speaksOf('child', childId))
    .sort()
    .map((childId) => `not in the file, and stays: child ${childId} (that they left care is recorded for each)`);
};
