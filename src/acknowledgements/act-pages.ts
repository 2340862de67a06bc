import type { Type } from '@nestjs/common';
import type { Permission } from '../access/access-table.js';
import type { SentWith } from '../access/sent.js';
import { Opens } from '../access/view-log/opens.js';
import type { LocalDate } from '../calendar/calendar.js';
import { ChangesSince } from '../directory/changes-since.js';
import { ChildrenInForms } from '../directory/children/children-in-forms.js';
import type { Versioned, WrittenDto } from '../platform/http/written.dto.js';
import { saysOn } from '../protocol/words-now.js';
import { Readings } from '../reading/readings.js';
import type { ChoicesBy } from '../web/forms/drawn-form.js';
import type { Form } from '../web/forms/form.js';
import { type AskedForForm, formPageOf, notNow } from '../web/forms/form-page.js';
import { queryOf } from '../web/forms/forms.js';
import type { Typed } from '../web/forms/typed.js';
import { acknowledgementStream } from './act-on-acknowledgement.js';
import { AuthorisedAcknowledgements } from './authorised-acknowledgements.js';
import { changesOfAnAcknowledgement } from './changes-of-an-acknowledgement.js';
import { CorrectDto } from './correct/correct.dto.js';
import { correctForm } from './correct/correct.form.js';
import { CorrectAcknowledgementRoute } from './correct/correct.route.js';
import { givingChoices } from './give/giving-choices.js';
import { WhoIsThanked } from './give/who-is-thanked.js';
import { MoveToChildDto } from './move-to-child/move-to-child.dto.js';
import { moveToChildForm } from './move-to-child/move-to-child.form.js';
import { MoveAcknowledgementRoute } from './move-to-child/move-to-child.route.js';
import type { AcknowledgementDto } from './read/read.dto.js';
import { ReadAcknowledgement } from './read/read.query.js';
import { TakeThanksBackDto } from './take-thanks-back/take-thanks-back.dto.js';
import { takeThanksBackForm } from './take-thanks-back/take-thanks-back.form.js';
import { TakeThanksBackRoute } from './take-thanks-back/take-thanks-back.route.js';
import { ThankDto } from './thank/thank.dto.js';
import { thankForm } from './thank/thank.form.js';
import { ThankAcknowledgementRoute } from './thank/thank.route.js';
import { WithdrawDto } from './withdraw/withdraw.dto.js';
import { withdrawForm } from './withdraw/withdraw.form.js';
import { WithdrawAcknowledgementRoute } from './withdraw/withdraw.route.js';

interface ActPage {
  readonly act: string;
  readonly form: Form;
  readonly body: Type;
  readonly route: Type;
  /** Name of the method of the route. */
  readonly method: string;
  /** The contents of the form when it is opened. */
  readonly begins?: (acknowledgement: AcknowledgementDto) => Typed;
}

const asItIs = ({
  children = [],
  people = [],
  theme,
  whatTheyDid,
  differenceForChild,
  wholeTeam,
}: AcknowledgementDto): Typed => ({
  children: children.map(({ id }) => id).join(', '),
  people: people.map(({ person, name, agency }) => ({ name: person?.name ?? name ?? '', agency: agency ?? '' })),
  wholeTeam: wholeTeam ? 'yes' : 'no',
  ...{ theme, whatTheyDid: whatTheyDid ?? '', differenceForChild: differenceForChild ?? '' },
});

/** Every act on an acknowledgement that is there, with its form and the route of the API that carries it out. */
export const ACKNOWLEDGEMENT_ACT_PAGES: readonly ActPage[] = [
  { act: 'thank', form: thankForm, body: ThankDto, route: ThankAcknowledgementRoute, method: 'thank' },
  {
    act: 'take-thanks-back',
    form: takeThanksBackForm,
    body: TakeThanksBackDto,
    route: TakeThanksBackRoute,
    method: 'takeThanksBack',
  },
  {
    act: 'correct',
    form: correctForm,
    body: CorrectDto,
    route: CorrectAcknowledgementRoute,
    method: 'correct',
    begins: asItIs,
  },
  { act: 'withdraw', form: withdrawForm, body: WithdrawDto, route: WithdrawAcknowledgementRoute, method: 'withdraw' },
  {
    act: 'move-to-child',
    form: moveToChildForm,
    body: MoveToChildDto,
    route: MoveAcknowledgementRoute,
    method: 'move',
  },
];

type CarriesOut = (reference: string, body: object, sent: SentWith) => Promise<WrittenDto>;

const read = async ({ id, asker, ask }: AskedForForm): Promise<AcknowledgementDto> =>
  (await ask<Versioned<AcknowledgementDto>>(new ReadAcknowledgement(id, asker))).body;

/** Its theme is one that was in use on the day it was given, as the rule of the act has it. */
const choicesOn = async (givenOn: LocalDate, { get }: AskedForForm): Promise<ChoicesBy> => {
  const { protocols } = await get(Readings).now();
  return givingChoices({ people: get(WhoIsThanked).inOffice(), themes: saysOn(protocols, givenOn).themes, givenOn });
};

const pageOf = ({ act, form, body, route, method, begins }: ActPage): Type =>
  formPageOf({
    path: `acknowledgements/:reference/${act}`,
    permits: `acknowledgement.${act}` as Permission,
    opens: Opens('page'),
    begins: async (asked) => {
      const { id, asker } = asked;
      const acknowledgement = await read(asked);
      const allowed = await asked.get(AuthorisedAcknowledgements).allowedActs(id, asker);
      return allowed.includes(act) ? (begins?.(acknowledgement) ?? {}) : notNow(`/acknowledgements/${id}`);
    },
    carrying: (asked) => {
      const { id, request } = asked;
      const path = `/acknowledgements/${id}${queryOf(request)}`;
      return {
        pages: [form],
        body,
        meant: asked.get(ChildrenInForms).meant(asked.asker),
        around: async () => {
          const { givenOn } = await read(asked);
          const changes = await asked.get(ChangesSince).of(acknowledgementStream(id), changesOfAnAcknowledgement);
          return { choices: await choicesOn(givenOn, asked), back: path, caption: id, ...changes };
        },
        carryOut: (given, sent) => (asked.get(route) as Record<string, CarriesOut>)[method]!(id, given, sent),
        follows: async (events) => (act === 'correct' ? asked.get(WhoIsThanked).willBe(id, events, asked.asker) : []),
        leadsTo: () => path,
      };
    },
  });

export const acknowledgementActPages: Type[] = ACKNOWLEDGEMENT_ACT_PAGES.map(pageOf);
