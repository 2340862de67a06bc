import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import { postOf } from '../../directory/import/posts.js';
import { personDecider, personStream } from '../../directory/person.js';
import { postDecider, postStream } from '../../directory/post.js';
import { slug } from '../../directory/spelling.js';
import { mustBeOne, whoIsLookedFor } from '../../directory/who-is-meant.js';
import type { Decider, DomainEvent } from '../../platform/decider.js';
import type { Envelope, Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { NOT_NEEDED } from '../agreed.js';
import { COUNCIL_STREAM, councilDecider } from '../council.js';
import { mustBeAbleToHold } from '../may-hold.js';
import { takeTurn } from '../turn.js';

export interface FirstAdministrator {
  readonly name: string;
  readonly email: string | null;
}

export interface SettingFirst {
  readonly executor: Executor;
  readonly directory: Directory;
  /** Its command id is another each time: done a second time it is refused, and not answered as done before. */
  readonly envelope: Envelope;
}

/**
 * Puts the first administrator on record and into office: once, on the machine itself, since nobody is there yet who could. A run that
 * was cut short is finished by the next one with the same name.
 *
 * @returns their person id
 * @throws Refusal `first-administrator-set`, `administrators-read-no-cases`, `name-missing`, `several-of-this-name` (invalid) with the choices
 */
export const setFirstAdministrator = async (
  { name, email }: FirstAdministrator,
  { executor, directory, envelope }: SettingFirst,
): Promise<string> => {
  const today = londonDate(envelope.occurredAt);
  const isNew = whoIsLookedFor(name, directory, today).is === 'nobody';
  const person = isNew ? slug(name) || derivedId('person', name) : mustBeOne(name, directory, today).personId;
  const { postId, ...post } = postOf('administrator', { team: null, service: null });
  const set = { type: 'set-first-administrator', person, post: postId } as const;
  const commandOf = (step: string): string => derivedId('first-administrator', person, step);
  const step = async <State, Act, Event extends DomainEvent>(
    stream: string,
    decider: Decider<State, Act, Event, null>,
    act: Act & { type: string },
  ): Promise<void> => {
    await executor.execute(stream, decider, act, null, {
      ...envelope,
      commandId: commandOf(act.type),
      asSent: { type: act.type, person },
    });
  };
  const somebody = { type: 'register', personId: person, name, email, fromRegister: false } as const;
  const { state: council } = await executor.load(COUNCIL_STREAM, councilDecider);
  const { state: held } = await executor.load(postStream(postId), postDecider);
  const isInOffice = held?.holdings.some((holding) => holding.person === person) ?? false;
  if (council.firstAdministrator !== person || isInOffice) {
    mustBeAbleToHold(person, 'administrator', null, directory, today);
    const gets = { person, postKind: 'administrator', from: null } as const;
    const giving = { stream: postStream(postId), command: commandOf('take'), gets, agreed: 'not-needed' } as const;
    // A council has one first administrator for good, so what may refuse the person is asked before anything is recorded.
    personDecider.decide(somebody, (await executor.load(personStream(person), personDecider)).state, null);
    councilDecider.decide(set, council, null);
    await takeTurn(giving, executor, today, envelope);
    await executor.execute(COUNCIL_STREAM, councilDecider, set, null, envelope);
  }
  await step(personStream(person), personDecider, somebody);
  await step(postStream(postId), postDecider, { type: 'register', postId, ...post });
  await step(postStream(postId), postDecider, { type: 'take', person, from: null, agreed: NOT_NEEDED });
  return person;
};
