import type { Type } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import { Opens, OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import { dateInWords } from '../../calendar/in-words.js';
import { RaisingForms } from '../../disputes/pages/raising-forms.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { Readings } from '../../reading/readings.js';
import { inThreeBoxes, type Typed } from '../../web/forms/typed.js';
import { ChangesSince } from '../../directory/changes-since.js';
import { ChildrenInForms } from '../../directory/children/children-in-forms.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { takesFiles } from '../../web/forms/drawn-form.js';
import { queryOf } from '../../web/forms/forms.js';
import type { OtherPage } from '../../web/frame/page.js';
import { haveClock, NO_CLOCK_FOR_RECOMMENDATIONS } from './clock-for-recommendations.js';
import type { RecommendationsSent } from './events.js';
import { actsOffered } from './present-recommendations.js';
import { ReadRecommendations } from './read-recommendations.query.js';
import {
  AgreeDto,
  DisagreeDto,
  LetStandDto,
  RaiseOverDisagreementDto,
  SendRecommendationsDto,
  TakeBackAnswerDto,
  WithdrawRecommendationsDto,
} from './recommendations.dto.js';
import { AuthorisedRecommendations } from './authorised-recommendations.js';
import { RECOMMENDATIONS_ACT_FORMS, sendRecommendationsForm } from './recommendations-forms.js';
import { recommendationsStream } from './recommendations.js';
import { RecommendationsRoute } from './recommendations.route.js';

type CarriesOut = (reference: string, body: object, sent: SentWith) => Promise<WrittenDto>;

const BODIES: Readonly<Record<string, readonly [body: Type, method: keyof RecommendationsRoute]>> = {
  agree: [AgreeDto, 'agree'],
  disagree: [DisagreeDto, 'disagree'],
  raise: [RaiseOverDisagreementDto, 'raise'],
  'let-stand': [LetStandDto, 'letStand'],
  'take-back-answer': [TakeBackAnswerDto, 'takeBackAnswer'],
  withdraw: [WithdrawRecommendationsDto, 'withdraw'],
};

const pathOf = ({ id, request }: AskedForForm): string => `/recommendations/${id}${queryOf(request)}`;

const begins = async (act: string, asked: AskedForForm): Promise<Typed | OtherPage> => {
  const read = await asked.ask(new ReadRecommendations(asked.id, asked.asker));
  const may = await asked.get(AuthorisedRecommendations).mayDo(asked.id, asked.asker);
  if (!actsOffered(read, may, asked.asker.person).includes(act)) return notNow(pathOf(asked));
  return act === 'raise' ? { children: read.child.id, kind: 'formal', reviewedOn: inThreeBoxes(read.reviewedOn) } : {};
};

const actPages = Object.entries(RECOMMENDATIONS_ACT_FORMS).map(([act, { pages, permits }]) => {
  const [body, method] = BODIES[act]!;
  return formPageOf({
    path: `recommendations/:reference/${act}`,
    permits,
    opens: Opens('page'),
    begins: (asked) => begins(act, asked),
    hasFiles: pages.some(takesFiles),
    carrying: (asked) => ({
      pages,
      body,
      meant: asked.get(ChildrenInForms).meant(asked.asker),
      ...(act === 'raise' ? asked.get(RaisingForms).inCommon(asked.asker) : {}),
      around: async (typed) => {
        const { child } = await asked.ask(new ReadRecommendations(asked.id, asked.asker));
        return {
          choices: await asked.get(RaisingForms).choices(typed),
          back: pathOf(asked),
          caption: `${asked.id} · ${child.initials ?? 'Initials not known'}`,
          ...(await asked.get(ChangesSince).of(recommendationsStream(asked.id))),
        };
      },
      carryOut: (given, sent) => {
        const route = asked.get(RecommendationsRoute) as unknown as Record<string, CarriesOut>;
        return route[method]!(asked.id, given, sent);
      },
      follows: async (events: readonly DomainEvent[]) =>
        act === 'raise' ? asked.get(RaisingForms).follows(events, asked.asker) : [],
      leadsTo: ({ reference }) => (act === 'raise' ? `/disputes/${reference}${queryOf(asked.request)}` : pathOf(asked)),
    }),
  });
});

const sendPage = formPageOf({
  path: 'recommendations/new',
  permits: 'recommendations.send',
  opens: OpensNothing('A form in which nothing is written yet.'),
  begins: async ({ get, request, asker }) => {
    const { protocols, now } = await get(Readings).now();
    if (!haveClock(protocols, londonDate(now))) return notNow('/recommendations', NO_CLOCK_FOR_RECOMMENDATIONS);
    return { child: get(ChildrenInForms).carriedTo(request, asker) };
  },
  carrying: ({ get, request, asker }) => ({
    pages: [sendRecommendationsForm],
    body: SendRecommendationsDto,
    meant: get(ChildrenInForms).meant(asker),
    around: async () => ({
      choices: {},
      back: get(ChildrenInForms).backFrom(request, asker, '/recommendations'),
      entries: get(ChildrenInForms).inWords(asker),
    }),
    carryOut: (body, sent) => get(RecommendationsRoute).send(body as SendRecommendationsDto, sent),
    follows: async (events) => events.flatMap(dueIn),
    leadsTo: ({ reference }) => `/recommendations/${reference}${queryOf(request)}`,
  }),
});

const dueIn = ({ type, data }: DomainEvent): string[] => {
  if (type !== 'RecommendationsSent') return [];
  const { dueOn, rule } = data as RecommendationsSent;
  return [`The answer is due by ${dateInWords(dueOn)}: ${rule}.`];
};

/** The pages of the acts on recommendations. */
export const recommendationsPages: readonly Type[] = [sendPage, ...actPages];
