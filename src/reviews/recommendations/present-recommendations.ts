import type { Permission } from '../../access/access-table.js';
import { dateInWords, dayInWords, shortDay } from '../../calendar/in-words.js';
import { inWords } from '../../web/forms/drawn-form.js';
import { besideAName } from '../../protocol/posts-in-words.js';
import type { About } from '../../web/frame/page.js';
import { NO_CLOCK_FOR_RECOMMENDATIONS } from './clock-for-recommendations.js';
import { decidedBy } from '../decided-by.js';
import type { RecommendationsDto, RecommendationsListDto } from './recommendations.dto.js';
import { RECOMMENDATIONS_ACT_FORMS } from './recommendations-forms.js';

/** The model of the page: the view of the API, and the acts that the asker may do. */
export interface RecommendationsAsRead {
  readonly recommendations: RecommendationsDto;
  readonly may: readonly Permission[];
  /** Person id of the reader. */
  readonly reader: string;
  /** Of its address: for whom somebody acts goes on from page to page. */
  readonly query: string;
}

type AsItStands = Pick<RecommendationsDto, 'answer' | 'dispute' | 'standing'>;

/** The acts that fit how recommendations stand, as their reader sees them, of those that the reader may do. */
export const actsOffered = (
  { answer, dispute, standing }: AsItStands,
  may: readonly Permission[],
  person: string,
): string[] => {
  if (standing === 'withdrawn') return [];
  const fit = [
    ...(answer === null ? ['agree', 'disagree'] : []),
    // A disagreement that was let stand may be raised after all.
    ...(answer?.what === 'disagreed' && dispute === null ? ['raise'] : []),
    ...(standing === 'to-decide' ? ['let-stand'] : []),
    ...(answer?.by.id === person && standing !== 'decided' ? ['take-back-answer'] : []),
    ...(dispute === null ? ['withdraw'] : []),
  ];
  return fit.filter((act) => may.includes(RECOMMENDATIONS_ACT_FORMS[act]!.permits));
};

const STANDING: Readonly<Record<string, { readonly text: string; readonly colour: string }>> = {
  'awaiting-answer': { text: 'Waiting for an answer', colour: 'yellow' },
  agreed: { text: 'Agreed', colour: 'green' },
  'agreed-by-silence': { text: 'Agreed: nobody answered in time', colour: 'turquoise' },
  'to-decide': { text: 'Disagreed, waiting for IRO', colour: 'blue' },
  decided: { text: 'Disagreed, decided', colour: 'grey' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

const standingShown = (standing: string): object => STANDING[standing] ?? { text: standing, colour: 'grey' };

export const presentRecommendations = (
  { recommendations, may, reader, query }: RecommendationsAsRead,
  { words }: About,
): object => {
  const { reference, child, iro, team, answer, standing } = recommendations;
  const links = actsOffered(recommendations, may, reader).map((act) => ({
    text: inWords(RECOMMENDATIONS_ACT_FORMS[act]!.link, words),
    href: `/recommendations/${reference}/${act}${query}`,
  }));
  return {
    title: reference,
    recommendations,
    tag: standingShown(standing),
    about: [
      `${child.initials ?? '–'} ${child.id}`,
      ...(team?.name ? [team.name] : []),
      ...(iro.name ? [`IRO ${iro.name}`] : []),
    ],
    main: links[0],
    links: links.slice(1),
    asked: recommendations.answeredBy.map((kind) => words.post(kind)).join(' or '),
    rows: recommendations.recommendations.map(({ number, what, who, by }) => ({
      ...{ number, what, who },
      by: by && dateInWords(by),
    })),
    answer: answer && {
      text: `${answer.by.name ?? 'Somebody'}, ${besideAName(words.post(answer.role))}, ${answer.what}`,
      on: dayInWords(answer.answeredAt),
      words: answer.words,
      isLate: answer.late,
    },
    decidedBy: decidedBy(recommendations.letStandBy, recommendations.letStandAt),
  };
};

export interface RecommendationsListAsRead extends RecommendationsListDto {
  /** By the post of the reader. */
  readonly maySend: boolean;
  /** The protocol in force says how long an answer may take; without it none are sent. */
  readonly haveClock: boolean;
}

export const presentRecommendationsList = ({ items, maySend, haveClock }: RecommendationsListAsRead): object => ({
  title: 'Recommendations of reviews',
  maySend: maySend && haveClock,
  why: maySend && !haveClock ? NO_CLOCK_FOR_RECOMMENDATIONS : null,
  items: items.map(({ reference, child, team, reviewedOn, dueOn, standing }) => ({
    reference,
    href: `/recommendations/${reference}`,
    child: `${child.initials ?? '–'} · ${child.id}`,
    team: team?.name ?? '–',
    reviewedOn: shortDay(reviewedOn),
    dueOn: shortDay(dueOn),
    tag: standingShown(standing),
  })),
});
