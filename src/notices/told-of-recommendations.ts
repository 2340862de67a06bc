import type { RecommendationsEvent } from '../reviews/recommendations/events.js';
import type { RecommendationsState } from '../reviews/recommendations/recommendations.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';
import type { Recipient, Wanted } from './who-is-told.js';

/** The notices that one event of a review's recommendations gives rise to. @param iro person id of the child's IRO on the day */
export const toldOfRecommendations = (
  event: RecommendationsEvent,
  state: RecommendationsState,
  iro: string,
): Wanted[] => {
  const toIro: Recipient = { person: iro };
  switch (event.type) {
    case 'RecommendationsSent':
      return asked(state).map((to) => ({ ...lineOf('recommendations-for-you', state), to }));
    case 'RecommendationsDateSet':
      return event.data.moved === undefined || state.answer !== null
        ? []
        : asked(state).map((to) => ({ ...lineOf('recommendations-due', state), to }));
    case 'RecommendationsAgreed':
      return [{ ...lineOf('recommendations-agreed', state), to: toIro }];
    case 'RecommendationsDisagreed':
      return [{ ...lineOf('recommendations-disagreed', state), to: toIro }];
    case 'RecommendationsAgreedBySilence':
      return [...asked(state), toIro].map((to) => ({ ...lineOf('counted-as-agreed', state), to }));
    default:
      return [];
  }
};

/** The reminder that silence will mean agreed from tomorrow on. */
export const remindedOfRecommendations = (state: RecommendationsState): Wanted[] =>
  state.answer === null && !state.agreedBySilence
    ? asked(state).map((to) => ({ ...lineOf('recommendations-due', state), to }))
    : [];

const asked = ({ answeredBy, team, child }: RecommendationsState): Recipient[] =>
  answeredBy.map((post) => (post === 'social-worker' ? { post, team, children: [child] } : { post, team }));

const lineOf = (kind: NoticeKind, { reference, dueOn }: RecommendationsState): NoticeLine => ({
  kind,
  about: reference,
  called: 'review’s recommendations',
  dueOn,
  dueAt: null,
  actionId: null,
});
