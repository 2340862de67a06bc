import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../access/named/field.js';
import { Text } from '../../platform/http/fields.js';
import { ActorShownDto } from '../read/dispute.dto.js';

/** Letters of a reference or a record number: more than any has. */
export const LONGEST_RECORD = 60;
/** Letters of the place at which a list goes on. */
const LONGEST_CURSOR = 200;

/** Whose openings, or those of which record; both narrow it, and without either it is all of them. Sent in a body, so that no record number stands in an address. */
@ApiSchema({ name: 'WhoOpenedWhat' })
export class WhoOpenedDto {
  @Text(LONGEST_RECORD, {
    optional: true,
    description: 'A reference in any spelling, or the record number of a child.',
  })
  record?: string;

  @Named('any-person', { optional: true, description: 'Id of who opened it.' })
  person?: string;

  @Text(LONGEST_CURSOR, { optional: true, description: 'Where the page before says that it goes on.' })
  cursor?: string;
}

/** Once that somebody opened something. */
@ApiSchema({ name: 'Opening' })
export class OpeningDto {
  viewedAt: string;
  by: ActorShownDto;
  /** As of a view of one record. */
  what: string;
  /** The route, or the command on the command line. */
  where: string;
  /** The first of the records that stood in it. */
  references: string[];
  /** How many more stood in it. */
  moreReferences: number;
  /** How many children’s own pages or rows stood in it: counted, and not named. */
  children: number;
  /** The whole log was printed. */
  isEverything: boolean;
}

/** The last first. */
@ApiSchema({ name: 'Openings' })
export class OpeningsDto {
  items: OpeningDto[];
  next: string | null;
}
