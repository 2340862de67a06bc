import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../../../access/named/field.js';

import { WrittenDto } from '../../../platform/http/written.dto.js';

/** The team that is to answer; those of the children today unless told. */
@ApiSchema({ name: 'TakeOn' })
export class TakeOnDto {
  @Named('team-of-that-day', { optional: true })
  team?: string | null;
}

/** Many at once, each for the teams of its children today. */
@ApiSchema({ name: 'TakeOnMany' })
export class TakeOnManyDto {
  @NamedMany('dispute-each', { description: 'Imported disputes that are still open.' })
  references: string[];
}

@ApiSchema({ name: 'NotTakenOn' })
export class NotTakenOnDto {
  @ApiProperty({ type: String })
  reference: string;
  @ApiProperty({ type: String })
  code: string;
  @ApiProperty({ type: String })
  detail: string;
}

/** One that is refused does not stop the others. */
@ApiSchema({ name: 'TakenOn' })
export class TakenOnDto {
  @ApiProperty({ type: [WrittenDto] })
  takenOn: WrittenDto[];
  @ApiProperty({ type: [NotTakenOnDto] })
  refused: NotTakenOnDto[];
}
