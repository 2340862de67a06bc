import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { RECORDS } from '../figures/figures-of.js';
import { EditionNamedDto, ReportPersonDto } from '../published-reports.dto.js';
import { DISCLOSURE_KINDS, type DisclosureKind } from './events.js';

@ApiSchema({ name: 'DisclosureListed' })
export class DisclosureListedDto {
  /** `DLE-7K4M-2QXH`. */
  disclosure: string;
  @ApiProperty({ type: String, enum: DISCLOSURE_KINDS })
  kind: DisclosureKind;
  on: string;
  /** Who has the figures, in general words. */
  recipient: string;
  /** The council's own number of the request. */
  requestNumber: string | null;
  from: string;
  to: string;
  /** The edition that was given as a whole; null where figures were. */
  @ApiProperty({ type: EditionNamedDto, nullable: true })
  edition: EditionNamedDto | null;
  @ApiProperty({ type: String, enum: RECORDS, nullable: true })
  records: (typeof RECORDS)[number] | null;
  isWithdrawn: boolean;
}

@ApiSchema({ name: 'DisclosuresListed' })
export class DisclosuresListedDto {
  /** The newest first. */
  items: DisclosureListedDto[];
}

@ApiSchema({ name: 'PlaceTold' })
export class PlaceToldDto {
  code: string;
  label: string;
}

@ApiSchema({ name: 'FigureTold' })
export class FigureToldDto {
  /** Null: of all teams. */
  @ApiProperty({ type: PlaceToldDto, nullable: true })
  team: PlaceToldDto | null;
  @ApiProperty({ type: PlaceToldDto, nullable: true })
  theme: PlaceToldDto | null;
  quarter: string | null;
  number: number;
}

@ApiSchema({ name: 'Disclosure' })
export class DisclosureDto extends DisclosureListedDto {
  figures: FigureToldDto[];
  enteredBy: ReportPersonDto;
  /** The reason why the entry does not hold; null of one that does. */
  withdrawn: string | null;
  /** Of what was read: for If-Match. */
  revision: number;
}
