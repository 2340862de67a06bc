import type { Type } from '@nestjs/common';
import { Named } from '../../access/named/field.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { shortDay } from '../../calendar/in-words.js';
import type { Directory } from '../directory.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { type AskedForForm, formPageOf } from '../../web/forms/form-page.js';
import type { Choice } from '../../web/forms/form.js';
import { ChoicesOfCouncil } from '../choices-of-council.js';
import { arrangeCoverForm, endCoverForm } from './cover-forms.js';
import { ArrangeCoverDto, EndCoverDto } from './covers.dto.js';
import { ListCoversToCome } from './covers.query.js';
import { CoversRoute } from './covers.route.js';

/** A page names whose cover ends in its form, so that no person stands in its address. */
class EndCoverOfDto extends EndCoverDto {
  @Named('person-of-any-time')
  iro: string;
}

const WHO_STANDS_IN = 'Who stands in for whom.';

const arrangePage = formPageOf({
  path: 'covers/new',
  permits: 'cover.arrange',
  opens: OpensNothing(WHO_STANDS_IN),
  carrying: ({ get }) => ({
    pages: [arrangeCoverForm],
    body: ArrangeCoverDto,
    around: async () => ({ choices: get(ChoicesOfCouncil).now(), back: '/covers' }),
    carryOut: (body, sent) => get(CoversRoute).arrange(body as ArrangeCoverDto, sent),
    follows: async () => [],
    leadsTo: () => '/covers',
  }),
});

const endPage = formPageOf({
  path: 'covers/end',
  permits: 'cover.arrange',
  opens: OpensNothing(WHO_STANDS_IN),
  carrying: (asked) => ({
    pages: [endCoverForm],
    body: EndCoverOfDto,
    around: async () => ({ choices: { covers: await coversThatRun(asked) }, back: '/covers' }),
    carryOut: (body, sent) => {
      const { iro, on } = body as EndCoverOfDto;
      return asked.get(CoversRoute).end(iro, { on }, sent);
    },
    follows: async () => [],
    leadsTo: () => '/covers',
  }),
});

const coversThatRun = async ({ ask, get }: AskedForForm): Promise<Choice[]> => {
  const { items } = await ask(new ListCoversToCome());
  const directory = get<Directory>(DIRECTORY);
  const name = (person: string): string => directory.person(person)?.name ?? person;
  return items.map(({ iro, by, from, to }) => ({
    value: iro,
    text: `${name(iro)}, covered by ${name(by)} from ${shortDay(from)} to ${shortDay(to)}`,
  }));
};

/** The pages of the acts on covers. */
export const coverPages: readonly Type[] = [arrangePage, endPage];
