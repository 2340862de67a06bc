import type { Type } from '@nestjs/common';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { SentWith } from '../../access/sent.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { formPageOf } from '../../web/forms/form-page.js';
import type { Form } from '../../web/forms/form.js';
import { MEASURES_COMPARED } from './measures-compared.js';
import { correctOtherCouncilForm, enterOtherCouncilsForm, withdrawOtherCouncilForm } from './other-councils-forms.js';
import {
  CorrectOtherCouncilFigureDto,
  EnterOtherCouncilFiguresDto,
  WithdrawOtherCouncilFigureDto,
} from './other-councils.dto.js';
import { OtherCouncilsRoute } from './other-councils.route.js';

const BACK = '/reports/other-councils';

interface ActOfPage<Body> {
  readonly act: string;
  readonly form: Form;
  readonly body: new () => Body;
  yearIn(body: Body): string;
  carryOut(route: OtherCouncilsRoute, body: Body, sent: SentWith): Promise<WrittenDto>;
}

const pageOf = <Body>({ act, yearIn, form, body, carryOut }: ActOfPage<Body>): Type =>
  formPageOf({
    path: `reports/other-councils/${act}`,
    permits: 'figures.write',
    opens: OpensNothing('Names of figures.'),
    carrying: ({ get }) => {
      let year = '';
      return {
        ...{ pages: [form], body },
        around: async () => ({
          choices: { measures: MEASURES_COMPARED.map(({ code, label }) => ({ value: code, text: label })) },
          back: BACK,
        }),
        carryOut: (given, sent) => {
          year = yearIn(given as Body);
          return carryOut(get(OtherCouncilsRoute), given as Body, sent);
        },
        follows: async () => [],
        // To the year that was written of: of another the page would say that nothing is entered.
        leadsTo: () => (year === '' ? BACK : `${BACK}/${year.replace('/', '-')}`),
      };
    },
  });

/** The pages on which figures of other councils are entered, corrected and withdrawn. */
export const otherCouncilsPages: readonly Type[] = [
  pageOf({
    ...{ act: 'new', form: enterOtherCouncilsForm, body: EnterOtherCouncilFiguresDto },
    yearIn: ({ figures }) => figures[0]!.year,
    carryOut: (route, body, sent) => route.enter(body, sent),
  }),
  pageOf({
    ...{ act: 'correct', form: correctOtherCouncilForm, body: CorrectOtherCouncilFigureDto },
    yearIn: ({ year }) => year,
    carryOut: (route, body, sent) => route.correct(body, sent),
  }),
  pageOf({
    ...{ act: 'withdraw', form: withdrawOtherCouncilForm, body: WithdrawOtherCouncilFigureDto },
    yearIn: ({ year }) => year,
    carryOut: (route, body, sent) => route.withdraw(body, sent),
  }),
];
