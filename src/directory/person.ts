import { assertNever, type Decider } from '../platform/decider.js';
import type { PersonAct } from './acts.js';
import type { PersonEvent } from './events.js';
import { mustBeNamed, notRegistered } from './rules.js';

/** A person as their events have left them; null until registered. */
export interface PersonState {
  readonly name: string;
  readonly email: string | null;
  /** Known only from a register's row. */
  readonly fromRegister: boolean;
}

export const personStream = (personId: string): string => `person-${personId}`;

/** Staff who raise, answer or judge. Somebody known only from a register's row is completed later, with everything kept. */
export const personDecider: Decider<PersonState | null, PersonAct, PersonEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    switch (event.type) {
      case 'PersonRegistered':
        return { name: event.data.name, email: event.data.email, fromRegister: event.data.fromRegister };
      case 'PersonDetailsCompleted':
        return { ...event.data, fromRegister: false };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    switch (act.type) {
      case 'register':
        return register(act, state);
      case 'complete':
        if (state === null) return notRegistered('person');
        return complete(act.name, act.email === undefined ? state.email : act.email, state);
      default:
        return assertNever(act);
    }
  },
};

const register = (
  { type: _, ...person }: Extract<PersonAct, { type: 'register' }>,
  state: PersonState | null,
): PersonEvent[] => {
  mustBeNamed(person.name);
  if (state === null) return [{ type: 'PersonRegistered', data: person }];
  // A register's row knows no more than the directory does; anything else tells us their details.
  return person.fromRegister ? [] : complete(person.name, person.email ?? state.email, state);
};

const complete = (name: string, email: string | null, state: PersonState): PersonEvent[] => {
  mustBeNamed(name);
  if (!state.fromRegister && state.name === name && state.email === email) return [];
  return [{ type: 'PersonDetailsCompleted', data: { name, email } }];
};
