import { Named } from '../access/named/field.js';
import { OpensNothing } from '../access/view-log/opens.js';
import { ChoicesOfCouncil } from '../directory/choices-of-council.js';
import { formPageOf } from '../web/forms/form-page.js';
import { type CaseloadHandedOverDto, HandOverCaseloadDto } from './hand-over.dto.js';
import { handOverCaseloadForm } from './hand-over.form.js';
import { HandOverCaseloadRoute } from './hand-over.route.js';

/** A page names whose caseload it is in its form, so that no person stands in its address. */
class HandOverCaseloadOfDto extends HandOverCaseloadDto {
  @Named('person-of-any-time')
  fromIro: string;
}

/** What changed hands, and what did not with the reason. */
const saidOf = ({ handedOver, refused }: CaseloadHandedOverDto): string =>
  [
    handedOver.length === 1
      ? '1 child or record changed hands.'
      : `${handedOver.length} children and records changed hands.`,
    ...(refused.length === 0 ? [] : [refused.length === 1 ? '1 stays:' : `${refused.length} stay:`]),
    ...refused.map(({ id, detail }) => (id === null ? detail : `${id}: ${detail}`)),
  ].join(' ');

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
    follows: async () => [],
    leadsTo: () => '/covers',
    said: (written) => saidOf(written as CaseloadHandedOverDto),
  }),
});
