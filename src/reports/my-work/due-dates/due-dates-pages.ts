import type { Type } from '@nestjs/common';
import type { SentWith } from '../../../access/sent.js';
import { OpensNothing } from '../../../access/view-log/opens.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import type { Form } from '../../../web/forms/form.js';
import { formPageOf } from '../../../web/forms/form-page.js';
import { NothingFilledIn } from '../../../web/forms/nothing-filled-in.js';
import { endAddressForm, makeAddressForm } from './due-dates-forms.js';
import { DueDatesRoute } from './due-dates.route.js';

type CarriesOut = (route: DueDatesRoute, sent: SentWith) => Promise<WrittenDto>;

const pageOf = (path: string, form: Form, does: CarriesOut): Type =>
  formPageOf({
    path,
    permits: 'work.follow',
    opens: OpensNothing('A secret address of one’s own.'),
    carrying: ({ get }) => ({
      pages: [form],
      body: NothingFilledIn,
      around: async () => ({ choices: {}, back: '/due-dates' }),
      carryOut: (_body, sent) => does(get(DueDatesRoute), sent),
      follows: async () => [],
      leadsTo: () => '/due-dates',
    }),
  });

/** The pages of the acts on the address of one’s due dates. */
export const dueDatesPages: readonly Type[] = [
  pageOf('due-dates/address', makeAddressForm, (route, sent) => route.make(sent)),
  pageOf('due-dates/end-address', endAddressForm, (route, sent) => route.end(sent)),
];
