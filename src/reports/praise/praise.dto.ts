import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CountedDto } from '../yearly.dto.js';

@ApiSchema({ name: 'PraiseFigures' })
export class PraiseFiguresDto {
  acknowledgements: number;
  /** All disputes (records), informal and formal together; null where it is no place of disputes. */
  disputes: number | null;
  /** Everybody who is named, each once, with the acknowledgements that name them; null: not collected. */
  @ApiProperty({ type: CountedDto, nullable: true })
  people: CountedDto | null;
  /** Teams that were thanked as a whole, each once, with the acknowledgements that do. */
  wholeTeams: CountedDto;
}

@ApiSchema({ name: 'PraiseLine' })
export class PraiseLineDto extends PraiseFiguresDto {
  /** Id of a team, name of a service, or code of what was done well; null of no service. */
  id: string | null;
  name: string | null;
}

@ApiSchema({ name: 'PraiseCounted' })
export class PraiseCountedDto {
  all: PraiseFiguresDto;
  /** A to Z. */
  teams: PraiseLineDto[];
  services: PraiseLineDto[];
  /** By what was done well, in the order of the list. */
  themes: PraiseLineDto[];
}

/** Where the acknowledgements of a year went, beside disputes. */
@ApiSchema({ name: 'Praise' })
export class PraiseDto {
  year: string;
  /** Null where nobody kept acknowledgements. */
  @ApiProperty({ type: PraiseCountedDto, nullable: true })
  counted: PraiseCountedDto | null;
  notes: string[];
}
