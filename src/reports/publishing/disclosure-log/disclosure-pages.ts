import { ChangesSince } from '../../../directory/changes-since.js';
import { disclosureStream } from './disclosure.js';
import type { Type } from '@nestjs/common';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { CLOCK, DIRECTORY } from '../../../platform/tokens.js';
import { formPageOf, notNow } from '../../../web/forms/form-page.js';
import { ReadPublishedReport } from '../published-reports.query.js';
import { EnterDisclosureDto, EnterEditionDisclosedDto, WithdrawDisclosureDto } from './disclosure-acts.dto.js';
import { enterDisclosureForm, enterEditionForm, withdrawDisclosureForm } from './disclosure-forms.js';
import { FindThemesTold, ReadDisclosure } from './disclosures.query.js';
import { DisclosuresRoute } from './disclosures.route.js';

const NO_CHILD = 'Counts that were given out already.';

const enterPage = formPageOf({
  path: 'disclosures/new',
  permits: 'disclosure.enter',
  opens: OpensNothing(NO_CHILD),
  carrying: ({ get, ask }) => ({
    pages: [enterDisclosureForm],
    body: EnterDisclosureDto,
    around: async () => {
      const themes = await ask(new FindThemesTold());
      const teams = get<Directory>(DIRECTORY).teams(londonDate(get<Clock>(CLOCK).now()));
      return {
        choices: {
          teams: teams.map(({ teamId, name }) => ({ value: teamId, text: name })),
          themes: themes.map(({ code, label }) => ({ value: code, text: label })),
        },
        back: '/disclosures',
      };
    },
    carryOut: (body, sent) => get(DisclosuresRoute).enter(body as EnterDisclosureDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/disclosures/${reference}`,
  }),
});

const enterEditionPage = formPageOf({
  path: 'published-reports/:reference/enter-disclosure',
  permits: 'disclosure.enter',
  opens: OpensNothing(NO_CHILD),
  begins: async ({ id, ask, asker }) => {
    const { editions } = await ask(new ReadPublishedReport(id, asker));
    return editions.some(({ published }) => published !== null) ? {} : notNow(`/published-reports/${id}`);
  },
  carrying: ({ id, get, ask, asker }) => ({
    pages: [enterEditionForm],
    body: EnterEditionDisclosedDto,
    around: async () => {
      const { title } = await ask(new ReadPublishedReport(id, asker));
      return { choices: {}, back: `/published-reports/${id}`, caption: title, isCaptionInTheirWords: true };
    },
    carryOut: (body, sent) => get(DisclosuresRoute).enterEdition(id, body as EnterEditionDisclosedDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => `/disclosures/${reference}`,
  }),
});

const withdrawPage = formPageOf({
  path: 'disclosures/:reference/withdraw',
  permits: 'disclosure.withdraw',
  opens: OpensNothing(NO_CHILD),
  begins: async ({ id, ask }) => {
    const { withdrawn } = await ask(new ReadDisclosure(id));
    return withdrawn === null ? {} : notNow(`/disclosures/${id}`);
  },
  carrying: ({ id, get }) => ({
    pages: [withdrawDisclosureForm],
    body: WithdrawDisclosureDto,
    around: async () => {
      const changes = await get(ChangesSince).of(disclosureStream(id));
      return { choices: {}, back: `/disclosures/${id}`, ...changes };
    },
    carryOut: (body, sent) => get(DisclosuresRoute).withdraw(id, body as WithdrawDisclosureDto, sent),
    follows: async () => [],
    leadsTo: () => `/disclosures/${id}`,
  }),
});

/** The pages of the acts on the disclosure log. */
export const disclosureFormPages: readonly Type[] = [enterPage, enterEditionPage, withdrawPage];
