import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AcknowledgementListedDto } from '../acknowledgements/list/list.dto.js';
import { ChildDto } from '../directory/children/children.dto.js';
import { DisputeListedDto } from '../disputes/list/list.dto.js';
import { Text } from '../platform/http/fields.js';

/** Letters that may be searched for: more than any reference, record number or initials have. */
export const LONGEST_SEARCH = 60;

/** Sent in a body, so that no record number and no initials stand in an address. */
@ApiSchema({ name: 'Search' })
export class SearchDto {
  @Text(LONGEST_SEARCH, {
    description: 'A reference in any spelling, the council’s own reference, a child’s record number, or initials.',
  })
  words: string;
}

/** The results of a search, of all that this reader may see. */
@ApiSchema({ name: 'Found' })
export class FoundDto {
  @ApiProperty({ type: [DisputeListedDto] })
  disputes: DisputeListedDto[];
  @ApiProperty({ type: [AcknowledgementListedDto] })
  acknowledgements: AcknowledgementListedDto[];
  @ApiProperty({ type: [ChildDto] })
  children: ChildDto[];
  /** There is more than is shown. */
  hasMore: boolean;
}
