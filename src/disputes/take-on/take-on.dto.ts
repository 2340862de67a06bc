import { ApiProperty } from '@nestjs/swagger';
import { Id, Names } from '../../platform/http/fields.js';
import { WrittenDto } from '../../platform/http/written.dto.js';

/** The team that is to answer; the one in the register unless told. */
export class TakeOnDto {
  @Id({ optional: true })
  team?: string | null;
}

/** Many at once, each for the team in the register. */
export class TakeOnManyDto {
  @Names({ description: 'References of imported disputes that are still open.' })
  references: string[];
}

export class NotTakenOnDto {
  @ApiProperty({ type: String })
  reference: string;
  @ApiProperty({ type: String })
  code: string;
  @ApiProperty({ type: String })
  detail: string;
}

/** One that is refused does not stop the others. */
export class TakenOnDto {
  @ApiProperty({ type: [WrittenDto] })
  takenOn: WrittenDto[];
  @ApiProperty({ type: [NotTakenOnDto] })
  refused: NotTakenOnDto[];
}
