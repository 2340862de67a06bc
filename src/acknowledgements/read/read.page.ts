import { Get, Param, Req } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { postThatMay } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ChildLinks } from '../../directory/children/child-links.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { queryOf } from '../../web/forms/forms.js';
import { type About, Page, PageRoute } from '../../web/frame/page.js';
import { AuthorisedAcknowledgements } from '../authorised-acknowledgements.js';
import { wellDone, WHO_IS_TOLD } from '../thank/well-done.js';
import { ListWhatToPraise } from '../thank/well-done.query.js';
import type { AcknowledgementDto } from './read.dto.js';
import { ReadAcknowledgement } from './read.query.js';

interface AcknowledgementAsRead {
  readonly acknowledgement: AcknowledgementDto;
  readonly allowed: readonly string[];
  /** Paths of the pages of its children, by record number, of those whom the reader may see. */
  readonly childPages: Readonly<Record<string, string>>;
  /** Whether the reader may see who opened it. */
  readonly mayReadViews: boolean;
  /** Whether the reader may say well done with one press, and has not said anything yet. */
  readonly maySayWellDone: boolean;
  readonly query: string;
}

const ACTS: Readonly<Record<string, string>> = {
  thank: 'Say thank you',
  'take-thanks-back': 'Take your thanks back',
  correct: 'Correct it',
  withdraw: 'Withdraw it',
  'move-to-child': 'Move it to another child',
};

const presentAcknowledgement = (
  { acknowledgement, allowed, childPages, mayReadViews, maySayWellDone, query }: AcknowledgementAsRead,
  { theme, words: { said } }: Pick<About, 'theme' | 'words'>,
): object => ({
  views: mayReadViews ? `/acknowledgements/${acknowledgement.reference}/views` : null,
  links: allowed.map((act) => ({
    // The button beside it says two words; this one leads to a form.
    text: act === 'thank' && maySayWellDone ? 'Say it in your own words' : ACTS[act],
    href: `/acknowledgements/${acknowledgement.reference}/${act}${query}`,
  })),
  title: acknowledgement.reference,
  wellDone: maySayWellDone ? wellDone(acknowledgement.reference, query) : null,
  whoIsTold: maySayWellDone ? said(WHO_IS_TOLD) : null,
  thanks: othersThanks(acknowledgement),
  isCounted: acknowledgement.people === undefined,
  acknowledgement,
  theme: theme(acknowledgement.theme),
  children: (acknowledgement.children ?? []).map(({ id, initials }) => ({
    text: `${initials ?? '–'} ${id}`,
    href: childPages[id] ?? null,
  })),
  people: [
    ...(acknowledgement.people ?? []).map(({ person, name, agency }) =>
      [person?.name ?? name ?? '', ...(agency === null ? [] : [agency])].join(', '),
    ),
    ...(acknowledgement.wholeTeam ? [`the whole of ${acknowledgement.team.name ?? 'the team'}`] : []),
  ],
});

/** The words back without the reader’s own, which stands apart. */
const othersThanks = ({ thanks = [], yourThanks }: AcknowledgementDto): string[] => {
  const own = yourThanks === null ? -1 : thanks.indexOf(yourThanks);
  return thanks.filter((_, place) => place !== own);
};

@PageRoute('acknowledgements')
export class AcknowledgementPage {
  constructor(
    private readonly queries: QueryBus,
    private readonly authorised: AuthorisedAcknowledgements,
    private readonly childLinks: ChildLinks,
  ) {}

  @Get(':reference')
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('page')
  @Page('acknowledgements/read/read', presentAcknowledgement)
  async read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
    @Req() request: FastifyRequest,
  ): Promise<AcknowledgementAsRead> {
    const query = new ReadAcknowledgement(reference, asker);
    const { body } = await this.queries.execute<ReadAcknowledgement, Versioned<AcknowledgementDto>>(query);
    const allowed = await this.authorised.allowedActs(reference, asker);
    const praise = await this.queries.execute(new ListWhatToPraise([reference], asker));
    return {
      ...{ acknowledgement: body, allowed },
      childPages: await this.childLinks.to(body.children ?? [], asker),
      maySayWellDone: praise.has(reference),
      mayReadViews: postThatMay(asker, 'acknowledgement.read-views') !== undefined,
      query: queryOf(request),
    };
  }
}
