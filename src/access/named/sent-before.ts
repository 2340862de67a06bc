import type { RecordedEvent } from '../../platform/event-store/event-store.js';
import type { Asker } from '../asker.js';
import { namesIn } from './names-in.js';
import { eventsOf } from './repeats.js';
import { isNamedRule, namedRule } from './rules.js';
import type { Finders, Found } from './things.js';
import type { CommandSent } from './under-way.js';

/**
 * The result of the same command of the same person, if it was carried out before, in the records in which it writes: what its address
 * names, what it goes on in, or what it begins. Asked only where something is wrong, or named in words; there the executor compares its
 * words, so that no other command passes under the same id. A record that has been hidden from the sender since counts as one that is not
 * there; of what a command begins the address is asked about that (`named-in-path.ts`).
 *
 * @param actedOn the records that its body names and in which it goes on
 * @returns nothing where it was not carried out
 */
export const wasCarriedOut = async (
  { asker, commandId, target, begins }: CommandSent,
  body: object,
  actedOn: readonly Found[],
  finders: Finders,
): Promise<readonly RecordedEvent[]> => {
  if (commandId === undefined) return [];
  const writtenIn = begins === undefined && target !== undefined ? [...actedOn, target] : actedOn;
  for (const found of writtenIn) {
    if (await found.answersAgain(commandId)) return eventsOf(await found.events(), asker, commandId);
  }
  const events = begins === undefined ? [] : await finders[begins].begun?.(commandId, body);
  return eventsOf(events ?? [], asker, commandId);
};

/** The records that a body names and in which its command goes on: the conversation from which a dispute is raised. */
export const actedOnIn = (type: new () => object, body: object, asker: Asker, finders: Finders): Promise<Found[]> =>
  Promise.all(
    namesIn(type, body).flatMap(({ rule: name, written }) => {
      const rule = isNamedRule(name) ? namedRule(name) : undefined;
      return rule !== undefined && 'isActedOn' in rule && rule.isActedOn === true
        ? [finders[rule.names].find(written, asker)]
        : [];
    }),
  );
