import type { ChildEvent } from '../directory/events.js';
import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import type { RecommendationsState } from '../reviews/recommendations/recommendations.js';
import type { Recipient } from './concerned.js';
import type { NoticeLine } from './events.js';
import { fromTable } from './from-table.js';
import type { NoticeKind } from './kinds.js';
import { BEFOREHAND, tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/** The notices that one event of a review's recommendations gives rise to. @param iro person id of the child's IRO on the day */
export const toldOfRecommendations = (
  event: RecommendationsEvent,
  state: RecommendationsState,
  iro: string,
): Wanted[] =>
  fromTable(tellsOf('recommendations', event.type), {
    recipients: { asked: asked(state), iro: [{ person: iro }], 'asked-until-now': askedUntil(event, state) },
    holds: {
      'moved-by-holiday': event.type === 'RecommendationsDateSet' && event.data.moved !== undefined && isAsked(state),
      'not-over': isAsked(state),
    },
    line: (kind) => lineOf(kind, state),
  });

/** The reminder that silence will mean agreed from tomorrow on. */
export const remindedOfRecommendations = (state: RecommendationsState): Wanted[] =>
  isAsked(state)
    ? fromTable([BEFOREHAND['recommendations are due in one working day']], {
        recipients: { asked: asked(state) },
        line: (kind) => lineOf(kind, state),
      })
    : [];

/** What they ask of people as they stand, by the notice with which they first hear of it. */
export const askedByRecommendations = (state: RecommendationsState): Wanted[] =>
  remindedOfRecommendations(state).map((each) => ({ ...each, kind: 'recommendations-for-you' }));

/** Nobody is asked to answer recommendations about a child who has died; where the death was recorded by mistake, they are asked again. */
export const toldOfRecommendationsOf = (
  { type }: Extract<ChildEvent, { type: 'ChildDied' | 'ChildDeathTakenBack' }>,
  state: RecommendationsState,
): Wanted[] =>
  isAsked(state)
    ? fromTable(tellsOf('child', type), {
        recipients: { 'asked-to-agree': asked(state) },
        line: (kind) => lineOf(kind, state),
      })
    : [];

/** Somebody is to answer, and there is time. */
const isAsked = ({ answer, agreedBySilence, withdrawnBecause }: RecommendationsState): boolean =>
  answer === null && !agreedBySilence && withdrawnBecause === null;

const asked = ({ answeredBy, team, child }: RecommendationsState): Recipient[] =>
  answeredBy.map((post) => (post === 'social-worker' ? { post, team, children: [child] } : { post, team }));

/** The posts of the team that was asked before. */
const askedUntil = (event: RecommendationsEvent, state: RecommendationsState): Recipient[] =>
  event.type === 'RecommendationsMovedToTeam' ? asked({ ...state, team: event.data.from }) : [];

/** The word for them in a notice. */
export const RECOMMENDATIONS = 'review’s recommendations';

const lineOf = (kind: NoticeKind, { reference, dueOn }: RecommendationsState): NoticeLine => ({
  kind,
  about: reference,
  called: RECOMMENDATIONS,
  dueOn,
  dueAt: null,
  actionId: null,
});
