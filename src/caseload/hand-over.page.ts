import { Named } from '../access/named/field.js';
import { OpensNothing } from '../access/view-log/opens.js';
import { ChoicesOfCouncil } from '../directory/choices-of-council.js';
import type { Directory } from '../directory/directory.js';
import { DIRECTORY } from '../platform/tokens.js';
import { formPageOf } from '../web/forms/form-page.js';
import type { CaseloadEvent } from './events.js';
import { type CaseloadHandedOverDto, HandOverCaseloadDto } from './hand-over.dto.js';
import { handOverCaseloadForm } from './hand-over.form.js';
import { HandOverCaseloadRoute } from './hand-over.route.js';
import { handedOverText, willChangeHandsText } from './hand-over.text.js';

/** A page names whose caseload it is in its form, so that no person stands in its address. */
class HandOverCaseloadOfDto extends HandOverCaseloadDto {
  @Named('person-of-any-time')
  fromIro: string;
}

export const handOverCaseloadPage = formPageOf({
  path: 'caseload/hand-over',
  permits: 'caseload.hand-over',
  opens: OpensNothing('A form in which nothing is written yet.'),
  carrying: ({ get }) => ({
    pages: [handOverCaseloadForm],
    body: HandOverCaseloadOfDto,
    around: async () => ({ choices: get(ChoicesOfCouncil).now(), back: '/covers' }),
    carryOut: (body, sent) => {
      const { fromIro, shares, reason } = body as HandOverCaseloadOfDto;
      return get(HandOverCaseloadRoute).handOver(fromIro, { shares, reason }, sent);
    },
    follows: async (events) => {
      const directory = get<Directory>(DIRECTORY);
      return willChangeHandsText(
        events as readonly CaseloadEvent[],
        (person) => directory.person(person)?.name ?? person,
      );
    },
    leadsTo: () => '/covers',
    said: (written) => handedOverText(written as CaseloadHandedOverDto).join(' '),
  }),
});
