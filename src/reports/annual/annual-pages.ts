import type { Type } from '@nestjs/common';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { FinancialYear } from '../../calendar/calendar.js';
import type { Clock } from '../../platform/clock/clock.js';
import { CLOCK } from '../../platform/tokens.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { SentWith } from '../../access/sent.js';
import { type AskedForForm, formPageOf } from '../../web/forms/form-page.js';
import type { Form } from '../../web/forms/form.js';
import { yearInPath } from '../year-pipe.js';
import { enterPublishedTotalForm, noteFigureForm } from './annual-forms.js';
import { EnterPublishedTotalDto, NoteFigureDto } from './annual.dto.js';
import { ReadAnnualReport } from './annual.query.js';
import { AnnualReportRoute } from './annual.route.js';

/** Notes on a year’s figures, on pages that lie below the report of the year. */
interface SaidOfTheYear<Body> {
  readonly act: string;
  readonly form: Form;
  readonly body: new () => Body;
  carryOut(route: AnnualReportRoute, year: FinancialYear, body: Body, sent: SentWith): Promise<WrittenDto>;
}

const pageOf = <Body>({ act, form, body, carryOut }: SaidOfTheYear<Body>): Type =>
  formPageOf({
    path: `reports/annual/:year/${act}`,
    permits: 'figures.write',
    opens: OpensNothing('Names of figures.'),
    carrying: (asked) => {
      const year = yearOf(asked);
      const back = `/reports/annual/${year.replace('/', '-')}`;
      return {
        pages: [form],
        body,
        around: async () => ({ choices: await figuresOf(year, asked), back }),
        carryOut: (given, sent) => carryOut(asked.get(AnnualReportRoute), year, given as Body, sent),
        follows: async () => [],
        leadsTo: () => back,
      };
    },
  });

export const annualPages: readonly Type[] = [
  pageOf({
    ...{ act: 'notes', form: noteFigureForm, body: NoteFigureDto },
    carryOut: (route, year, body, sent) => route.note(year, body, sent),
  }),
  pageOf({
    ...{ act: 'published-totals', form: enterPublishedTotalForm, body: EnterPublishedTotalDto },
    carryOut: (route, year, body, sent) => route.enter(year, body, sent),
  }),
];

/** The financial year in the address. @throws Problem `not-found` */
const yearOf = ({ request: { params }, get }: AskedForForm): FinancialYear =>
  yearInPath((params as { readonly year: string }).year, get<Clock>(CLOCK));

const figuresOf = async (year: FinancialYear, { ask, asker }: AskedForForm) => {
  const { measures } = await ask(new ReadAnnualReport(asker, year));
  const figures = measures.map(({ code, label }) => ({ value: code, text: label }));
  return { figures, 'figures-of-the-year': [{ value: 'all', text: 'All figures of the year' }, ...figures] };
};
