import type { LocalDate } from '../calendar/calendar.js';
import { assertNever, type Decider, refuse } from '../platform/decider.js';
import type { PostAct } from './acts.js';
import type { PostEvent, PostRegistered } from './events.js';
import { mustBeDates, mustBeNamed, mustBePlain, mustFollow, notRegistered, registeredAlready } from './rules.js';
import { sameFacts } from './same-facts.js';

interface Holding {
  readonly person: string;
  readonly from: LocalDate | null;
  /** The last day; null while it goes on. */
  readonly to: LocalDate | null;
}

/** A post as its events have left it; null until it is registered. A post may be shared, or vacant. */
export interface PostState {
  readonly registered: PostRegistered;
  readonly holdings: readonly Holding[];
}

export const postStream = (postId: string): string => `post-${postId}`;

/** Disputes are addressed to posts: a new holder changes nothing about them (domain brief, section 4.6). */
export const postDecider: Decider<PostState | null, PostAct, PostEvent, null> = {
  initial: null,

  evolve: (state, event) => {
    if (event.type === 'PostRegistered') return { registered: event.data, holdings: [] };
    if (state === null) return state;
    switch (event.type) {
      case 'PostTaken':
        return {
          ...state,
          holdings: [...state.holdings, { person: event.data.person, from: event.data.from, to: null }],
        };
      case 'PostLeft':
        return {
          ...state,
          holdings: state.holdings.map((each) => (isEndedBy(each, event.data) ? { ...each, to: event.data.on } : each)),
        };
      default:
        return state;
    }
  },

  decide: (act, state) => {
    if (act.type === 'register') return register(act, state);
    if (state === null) return notRegistered('post');
    switch (act.type) {
      case 'take':
        return take(act, state);
      case 'leave':
        return leave(act, state);
      default:
        return assertNever(act);
    }
  },
};

/**
 * The day from which somebody takes a post, where none is given: today, once anybody has held it. Its first holder has held it
 * throughout, which null stands for.
 */
export const takenFrom = (from: LocalDate | null, { holdings }: PostState, today: LocalDate): LocalDate | null =>
  from ?? (holdings.length > 0 ? today : null);

/** Whether a last day is that of a holding: of one that went on, or that was to go on for longer. */
export const isEndedBy = (
  holding: Pick<Holding, 'person' | 'from' | 'to'>,
  { person, on }: { readonly person: string; readonly on: LocalDate },
): boolean =>
  holding.person === person &&
  (holding.to === null || (holding.to > on && (holding.from === null || holding.from <= on)));

const register = (
  { type: _, ...post }: Extract<PostAct, { type: 'register' }>,
  state: PostState | null,
): PostEvent[] => {
  if (state !== null) {
    // Its title is the one it was registered with, whatever its team is called by now.
    return sameFacts(state.registered, { ...post, title: state.registered.title }) ? [] : registeredAlready('post');
  }
  mustBeNamed(post.title);
  mustBePlain(post.title);
  return [{ type: 'PostRegistered', data: post }];
};

const take = ({ person, from, agreed }: Extract<PostAct, { type: 'take' }>, state: PostState): PostEvent[] => {
  mustBeDates(from);
  const own = state.holdings.filter((each) => each.person === person);
  // Taking it a second time with the same first day says nothing new, even after it was left again.
  if (own.some((each) => each.to === null || each.from === from)) return [];
  const left = own.at(-1)?.to ?? null;
  if (left !== null && (from === null || from <= left)) {
    refuse('held-until-later', `This person held the post until ${left}. Taking it again must begin after that day.`);
  }
  return [{ type: 'PostTaken', data: { person, from, agreed } }];
};

const leave = ({ person, on, today }: Extract<PostAct, { type: 'leave' }>, state: PostState): PostEvent[] => {
  mustBeDates(on);
  const own = state.holdings.filter((each) => each.person === person);
  if (own.some((each) => each.to === on)) return [];
  const isStillHeld = ({ to }: Holding): boolean => to === null || (today !== undefined && to >= today);
  const holding = own.findLast((each) => isStillHeld(each) && isEndedBy(each, { person, on }));
  if (holding === undefined)
    return refuse('post-not-held', 'This person does not hold the post. Record who took it first.');
  mustFollow(holding.from, on);
  return [{ type: 'PostLeft', data: { person, on } }];
};
