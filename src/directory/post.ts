import type { LocalDate } from '../calendar/calendar.js';
import { londonDate } from '../calendar/dates.js';
import { assertNever, type Decider, type Recorded, refuse } from '../platform/decider.js';
import type { PostAct } from './acts.js';
import type { PostEvent, PostRegistered } from './events.js';
import { mustBeDates, mustBeNamed, mustBePlain, mustFollow, notRegistered, registeredAlready } from './rules.js';
import { sameFacts } from './same-facts.js';

interface Holding {
  readonly person: string;
  readonly from: LocalDate | null;
  /** The last day; null while it goes on. */
  readonly to: LocalDate | null;
  /** That was recorded on that very day, from which moment on it is not held. */
  readonly leftAtOnce?: true;
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
          holdings: state.holdings.map((each) => (isEndedBy(each, event.data) ? { ...each, ...endOf(event) } : each)),
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

const endOf = ({
  data: { on },
  metadata: { occurredAt },
}: Recorded<Extract<PostEvent, { type: 'PostLeft' }>>): Pick<Holding, 'to' | 'leftAtOnce'> => ({
  to: on,
  ...(londonDate(occurredAt) === on ? { leftAtOnce: true } : {}),
});

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
  // A file that is read in again names the first day of a holding that is over: that says nothing new.
  if (own.some(({ to }) => to === null) || hasHeldFrom(own, from)) return [];
  const last = own.at(-1);
  if (last?.to != null && !isAfter(last, from)) {
    refuse('held-until-later', heldUntil(last.to));
  }
  return [{ type: 'PostTaken', data: { person, from, agreed } }];
};

/** They held it from that day on, and it is over; a post that was left by mistake on its first day is taken again on it. */
const hasHeldFrom = (own: readonly Holding[], from: LocalDate | null): boolean =>
  own.some((each) => each.from === from && !isAfter(each, from));

/** A post that was left at once is free again on that day. */
const isAfter = ({ to, leftAtOnce }: Holding, from: LocalDate | null): boolean =>
  from !== null && to !== null && (leftAtOnce === true ? from >= to : from > to);

const heldUntil = (left: LocalDate): string =>
  `This person held the post until ${left}. Taking it again must begin after that day.`;

/**
 * A person who gives somebody a post means that they hold it from then on: what they held from the same day is over, and gives nothing.
 * @throws Refusal `held-until-later`
 */
export const mustNotBeOver = (person: string, from: LocalDate | null, { holdings }: PostState): void => {
  const own = holdings.filter((each) => each.person === person);
  const last = own.at(-1)?.to ?? null;
  if (last !== null && hasHeldFrom(own, from)) refuse('held-until-later', heldUntil(last));
};

const leave = ({ person, on, today }: Extract<PostAct, { type: 'leave' }>, state: PostState): PostEvent[] => {
  mustBeDates(on);
  const own = state.holdings.filter((each) => each.person === person);
  const isStillHeld = ({ to }: Holding): boolean => to === null || (today !== undefined && to >= today);
  const holding = own.findLast((each) => isStillHeld(each) && isEndedBy(each, { person, on }));
  const isTakenAgain = holding !== undefined && holding.from === on;
  if (!isTakenAgain && own.some((each) => each.to === on)) return [];
  if (holding === undefined)
    return refuse('post-not-held', 'This person does not hold the post. Record who took it first.');
  mustFollow(holding.from, on);
  return [{ type: 'PostLeft', data: { person, on } }];
};
