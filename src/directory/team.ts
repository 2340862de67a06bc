import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, type Decider, refuse } from '../platform/decider.js';
import type { TeamAct } from './acts.js';
import type { TeamEvent, TeamMoved, TeamRegistered } from './events.js';
import { mustBeDates, mustBeNamed, mustBePlain, mustFollow, notRegistered, registeredAlready } from './rules.js';
import { sameFacts } from './same-facts.js';
import { plainSpelling } from './spelling.js';

/** A team as its events have left it; null until it is registered. */
export interface TeamState {
  readonly registered: TeamRegistered;
  readonly names: readonly { readonly name: string; readonly from: LocalDate | null }[];
  readonly alsoWrittenAs: readonly string[];
  /** The service to which it belongs from each day on, in the order in which they were recorded. */
  readonly services: readonly Pick<TeamMoved, 'service' | 'from'>[];
  readonly ended: { readonly on: LocalDate; readonly succeededBy: readonly string[] } | null;
}

export const teamStream = (teamId: string): string => `team-${teamId}`;

/** A team renamed is the same team; a team split or merged is ended, and new ones take over from it (domain brief, section 4.6). */
export const teamDecider: Decider<TeamState | null, TeamAct, TeamEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'TeamRegistered') return registered(event.data);
    if (state === null) return state;
    switch (event.type) {
      case 'TeamRenamed':
        return { ...state, names: [...state.names, event.data] };
      case 'TeamSpellingsAdded':
        return { ...state, alsoWrittenAs: [...state.alsoWrittenAs, ...event.data.alsoWrittenAs] };
      case 'TeamMovedToService':
        return { ...state, services: [...state.services, event.data] };
      case 'TeamEnded':
        return { ...state, ended: event.data };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    if (act.type === 'register') return register(act, state);
    if (state === null) return notRegistered('team');
    switch (act.type) {
      case 'rename':
        return rename(act, state);
      case 'add-spellings':
        return addSpellings(act.alsoWrittenAs, state);
      case 'move-to-service':
        return move(act, state);
      case 'end':
        return end(act, state);
      default:
        return assertNever(act);
    }
  },
};

const registered = (team: TeamRegistered): TeamState => ({
  registered: team,
  names: [{ name: team.name, from: null }],
  alsoWrittenAs: team.alsoWrittenAs,
  services: [{ service: team.service, from: null }],
  ended: team.to === null ? null : { on: team.to, succeededBy: [] },
});

const register = (
  { type: _, ...team }: Extract<TeamAct, { type: 'register' }>,
  state: TeamState | null,
): TeamEvent[] => {
  if (state !== null) return sameFacts(state.registered, team) ? [] : registeredAlready('team');
  for (const name of [team.name, team.code, ...(team.service === null ? [] : [team.service])]) {
    mustBeNamed(name);
    mustBePlain(name);
  }
  mustBeDates(team.from, team.to);
  mustFollow(team.from, team.to);
  if (team.succeeds.includes(team.teamId)) refuse('succeeds-itself', 'A team cannot take over from itself.');
  return [{ type: 'TeamRegistered', data: team }];
};

const rename = (act: Extract<TeamAct, { type: 'rename' }>, state: TeamState): TeamEvent[] => {
  mustBeNamed(act.name);
  mustBePlain(act.name);
  mustBeDates(act.from);
  const latest = state.names.at(-1)!;
  const isKnown = state.names.some(({ name, from }) => name === act.name && from === act.from && from !== latest.from);
  if (latest.name === act.name || isKnown) return [];
  mustFollow(state.registered.from, act.from);
  // A name that was given by mistake is put right from its own first day: that one stands on no day then.
  if (latest.from !== null && act.from < latest.from) {
    refuse('renamed-since', `This team was renamed from ${latest.from}. A new name begins on that day or after it.`);
  }
  if (state.ended !== null && act.from > state.ended.on) {
    refuse('team-ended', `This team ended on ${state.ended.on}. Give the name to the team that took over.`);
  }
  return [{ type: 'TeamRenamed', data: { name: act.name, from: act.from } }];
};

/** A move that is planned for a later day is no reason not to make it sooner. */
const move = ({ type: _, ...moved }: Extract<TeamAct, { type: 'move-to-service' }>, state: TeamState): TeamEvent[] => {
  mustBeDates(moved.from);
  if (moved.service !== null) mustBePlain(moved.service);
  const latest = state.services.at(-1)!;
  const isSooner = moved.from !== null && latest.from !== null && moved.from < latest.from;
  return moved.service === latest.service && !isSooner ? [] : [{ type: 'TeamMovedToService', data: moved }];
};

const addSpellings = (spellings: readonly string[], state: TeamState): TeamEvent[] => {
  const known = new Set([...state.names.map(({ name }) => name), ...state.alsoWrittenAs].map(plainSpelling));
  const added = spellings.filter((spelling) => {
    const plain = plainSpelling(spelling);
    if (plain === '' || known.has(plain)) return false;
    known.add(plain);
    return true;
  });
  return added.length === 0 ? [] : [{ type: 'TeamSpellingsAdded', data: { alsoWrittenAs: added } }];
};

const end = (act: Extract<TeamAct, { type: 'end' }>, state: TeamState): TeamEvent[] => {
  mustBeDates(act.on);
  mustFollow(state.registered.from, act.on);
  if (act.succeededBy.includes(state.registered.teamId))
    refuse('succeeds-itself', 'A team cannot take over from itself.');
  if (state.ended !== null) {
    const { on, succeededBy } = state.ended;
    if (on === act.on && sameFacts(succeededBy, act.succeededBy)) return [];
    if (on !== act.on || succeededBy.length > 0) refuse('team-ended', `This team ended on ${on} already.`);
  }
  return [{ type: 'TeamEnded', data: { on: act.on, succeededBy: act.succeededBy, agreed: act.agreed } }];
};
