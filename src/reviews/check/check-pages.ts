import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK } from '../../platform/tokens.js';
import { reviewHeldBy } from './raise-from-check.js';
import type { Type } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import { Opens, OpensNothing } from '../../access/view-log/opens.js';
import { RaisingForms } from '../../disputes/pages/raising-forms.js';
import { Choice as OneOf, Many, Name, Narrative } from '../../platform/http/fields.js';
import { malformed } from '../../platform/http/problem.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { Choice } from '../../web/forms/form.js';
import { ChangesSince } from '../../directory/changes-since.js';
import { ChildrenInForms } from '../../directory/children/children-in-forms.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { takesFiles } from '../../web/forms/drawn-form.js';
import { queryOf } from '../../web/forms/forms.js';
import { inThreeBoxes, type Typed } from '../../web/forms/typed.js';
import type { OtherPage } from '../../web/frame/page.js';
import { reviewStream } from '../review.js';
import { AuthorisedReviews } from '../authorised-reviews.js';
import { STANDARD_ANSWERS, type StandardAnswer } from '../events.js';
import {
  BeginCheckDto,
  type CheckDto,
  CheckStandardDto,
  type CheckStandardsDto,
  DecideNotToRaiseDto,
  MoveCheckToChildDto,
  RaiseFromCheckDto,
  WithdrawCheckDto,
} from './check.dto.js';
import { beginCheckForm, CHECK_ACT_FORMS } from './check-forms.js';
import { ReadCheck } from './check.query.js';
import { CheckRoute } from './check.route.js';
import { actsOffered, standardsFor } from './present-check.js';

type CarriesOut = (reference: string, body: object, sent: SentWith) => Promise<WrittenDto>;

/** One row of the page of all standards; what is left out is not answered yet. */
class StandardOnPageDto {
  @Name()
  standard: string;

  @OneOf(STANDARD_ANSWERS, { optional: true })
  answer?: StandardAnswer | null;

  @Narrative({ optional: true })
  note?: string | null;
}

class StandardsOnPageDto {
  @Many(() => StandardOnPageDto)
  answers: StandardOnPageDto[];
}

/** The answers that were given, of all that the page asks. */
const answersGiven = ({ answers }: StandardsOnPageDto): CheckStandardsDto => {
  const unsaid = answers.findIndex(({ answer, note }) => !answer && note);
  if (unsaid >= 0) throw malformed(`/answers/${unsaid}/answer`, 'Select whether it is met');
  const given = answers.flatMap(({ standard, answer, note }) => (answer ? [{ standard, answer, note }] : []));
  if (given.length === 0) throw malformed('/answers/0/answer', 'Select whether it is met');
  return { answers: given };
};

const BODIES: Readonly<Record<string, readonly [body: Type, method: keyof CheckRoute]>> = {
  'check-standards': [StandardsOnPageDto, 'checkSeveral'],
  'check-standard': [CheckStandardDto, 'check'],
  raise: [RaiseFromCheckDto, 'raise'],
  'decide-not-to-raise': [DecideNotToRaiseDto, 'decideNotToRaise'],
  'move-to-child': [MoveCheckToChildDto, 'move'],
  withdraw: [WithdrawCheckDto, 'withdraw'],
};

const pathOf = ({ id, request }: AskedForForm): string => `/reviews/${id}${queryOf(request)}`;

const begins = async (act: string, asked: AskedForForm): Promise<Typed | OtherPage> => {
  const check = await asked.ask(new ReadCheck(asked.id, asked.asker));
  const may = await asked.get(AuthorisedReviews).mayDo(asked.id, asked.asker);
  if (!actsOffered(check, may).includes(act)) return notNow(pathOf(asked));
  const { standard } = asked.request.query as { readonly standard?: unknown };
  const chosen = check.standards.find(({ code }) => code === standard);
  const held = reviewHeldBy(londonDate(asked.get<Clock>(CLOCK).now()), check);
  return {
    ...(chosen === undefined ? {} : { standard: chosen.code }),
    ...(act === 'check-standards' ? { answers: answersSoFar(check) } : {}),
    ...(act === 'check-standard' && chosen ? { answer: chosen.answer ?? '', note: chosen.note ?? '' } : {}),
    ...(act === 'raise'
      ? {
          ...{ children: check.child.id, kind: 'formal', theme: chosen?.theme ?? '', concern: seenAt(chosen) },
          ...(held === null ? {} : { reviewedOn: inThreeBoxes(held) }),
        }
      : {}),
  };
};

/** The concern begins with what was seen at the standard; it can be written otherwise before it is sent. */
const seenAt = (standard: CheckDto['standards'][number] | undefined): string => standard?.note ?? '';

const answersSoFar = (check: CheckDto): Typed[] =>
  standardsFor('check-standards', check).map(({ code, answer, note }) => ({
    ...{ standard: code, answer: answer ?? '', note: note ?? '' },
  }));

const standardChoices = (act: string, check: CheckDto): Choice[] =>
  standardsFor(act, check).map(({ code, text }) => ({ value: code, text }));

const actPages = Object.entries(CHECK_ACT_FORMS).map(([act, { pages, permits }]) => {
  const [body, method] = BODIES[act]!;
  return formPageOf({
    path: `reviews/:reference/${act}`,
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
        const check = await asked.ask(new ReadCheck(asked.id, asked.asker));
        return {
          choices: {
            ...(act === 'raise' ? await asked.get(RaisingForms).choices(typed) : {}),
            'standards-to-answer': standardChoices('check-standard', check),
            'standards-to-decide': standardChoices('decide-not-to-raise', check),
            'standards-to-raise': standardChoices('raise', check),
          },
          back: pathOf(asked),
          caption: `${asked.id} · ${check.child.initials ?? 'Initials not known'}`,
          ...(await asked.get(ChangesSince).of(reviewStream(asked.id))),
        };
      },
      carryOut: (given, sent) => {
        const route = asked.get(CheckRoute) as unknown as Record<string, CarriesOut>;
        const sentAs = given instanceof StandardsOnPageDto ? answersGiven(given) : given;
        return route[method]!(asked.id, sentAs, sent);
      },
      follows: async (events) => (act === 'raise' ? asked.get(RaisingForms).follows(events, asked.asker) : []),
      leadsTo: ({ reference }) => (act === 'raise' ? `/disputes/${reference}${queryOf(asked.request)}` : pathOf(asked)),
    }),
  });
});

const beginPage = formPageOf({
  path: 'reviews/new',
  permits: 'review.check',
  opens: OpensNothing('A form in which nothing is written yet.'),
  begins: async ({ get, request, asker }) => ({ child: get(ChildrenInForms).carriedTo(request, asker) }),
  carrying: ({ get, request, asker }) => ({
    pages: [beginCheckForm],
    body: BeginCheckDto,
    meant: get(ChildrenInForms).meant(asker),
    around: async () => ({
      choices: {},
      back: get(ChildrenInForms).backFrom(request, asker, '/reviews'),
      entries: get(ChildrenInForms).inWords(asker),
    }),
    carryOut: (body, sent) => get(CheckRoute).begin(body as BeginCheckDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/reviews/${reference}/check-standards${queryOf(request)}`,
  }),
});

/** The pages of the acts on checks. */
export const checkPages: readonly Type[] = [beginPage, ...actPages];
