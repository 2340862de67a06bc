import { Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../access/asker.js';
import { Asking } from '../../access/asking.js';
import { Permits } from '../../access/permission.js';
import { Opens } from '../../access/view-log/opens.js';
import { ReferencePipe } from '../../platform/http/reference.js';
import type { Versioned } from '../../platform/http/written.dto.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { Page, PageRoute } from '../../web/frame/page.js';
import type { AcknowledgementDto } from './read.dto.js';
import { ReadAcknowledgement } from './read.query.js';

const presentAcknowledgement = (acknowledgement: AcknowledgementDto): object => ({
  title: acknowledgement.reference,
  acknowledgement,
  theme: themeShown(acknowledgement.theme).label,
  children: (acknowledgement.children ?? []).map(({ id, initials }) => `${initials ?? '–'} ${id}`).join(', '),
  people: [
    ...(acknowledgement.people ?? []).map(({ person, name, agency }) =>
      [person?.name ?? name ?? '', ...(agency === null ? [] : [agency])].join(', '),
    ),
    ...(acknowledgement.wholeTeam ? [`the whole of ${acknowledgement.team.name ?? 'the team'}`] : []),
  ],
});

@PageRoute('acknowledgements')
export class AcknowledgementPage {
  constructor(private readonly queries: QueryBus) {}

  @Get(':reference')
  @Permits('acknowledgement.read', 'acknowledgement.read-outline', 'acknowledgement.read-figures')
  @Opens('page')
  @Page('acknowledgements/read/read', presentAcknowledgement)
  read(
    @Param('reference', ReferencePipe) reference: string,
    @Asking() asker: Asker,
  ): Promise<Versioned<AcknowledgementDto>> {
    return this.queries.execute(new ReadAcknowledgement(reference, asker));
  }
}
