import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { ChildShownDto, PersonShownDto, TeamShownDto } from '../../disputes/read/dispute.dto.js';
import { Choice, Year, Code } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

export const STATUSES = ['given', 'withdrawn'];

/** Narrows the list of acknowledgements. */
export class AcknowledgementsQuery extends PageQuery {
  @Choice(STATUSES, { optional: true })
  status?: string;

  @Named('any-team', { optional: true, description: 'Id of a team.' })
  team?: string;

  @Named('any-person', { optional: true, description: 'Person id of the giver.' })
  giver?: string;

  @Code({ optional: true, description: 'Kind of the giver’s post.' })
  giverRole?: string;

  @Named('any-child', { optional: true, description: 'A child’s record number.' })
  child?: string;

  @Code({ optional: true, description: 'Theme code.' })
  theme?: string;

  @Year({ optional: true })
  year?: string;

  @Choice(['givenOn', '-givenOn'], { optional: true, description: '`-givenOn` unless told.' })
  sort?: string;
}

/** The same, taken away as CSV. */
export class AcknowledgementsCsvQuery extends AcknowledgementsQuery {
  @Choice(['true', 'false'], {
    optional: true,
    description: 'Whether children’s initials stand in it: they do not unless told.',
  })
  initials?: string;
}

@ApiSchema({ name: 'AcknowledgementListed' })
export class AcknowledgementListedDto {
  reference: string;
  ownReference: string | null;
  status: string;
  givenOn: string;
  quarter: string;
  team: TeamShownDto;
  children?: ChildShownDto[];
  childCount: number;
  givenBy: PersonShownDto | null;
  giverRole: string | null;
  theme: string;
  wholeTeam: boolean;
  version: number;
  thanks: number;
  imported: boolean;
  revision: number;
}

@ApiSchema({ name: 'AcknowledgementsPage' })
export class AcknowledgementsPageDto {
  items: AcknowledgementListedDto[];
  /** Give it as `cursor` for the next page; null on the last. */
  next: string | null;
}

export const ACKNOWLEDGEMENTS_GO_BY = {
  status: 'status',
  team: 'team',
  giver: 'givenBy',
  giverRole: 'giverRole',
  child: 'children',
  theme: 'theme',
  year: 'givenOn',
} satisfies GoesBy<AcknowledgementsQuery, AcknowledgementListedDto>;

/** The columns that are left out for readers who count, without a child and without a name. */
export const NAMES_IN_ACKNOWLEDGEMENTS = [
  'ownReference',
  'children',
  'givenBy',
] satisfies (keyof AcknowledgementListedDto)[];
