import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../access/named/field.js';
import { Many, Narrative } from '../platform/http/fields.js';
import { WrittenDto } from '../platform/http/written.dto.js';
import { KINDS_OF_ROW, type KindOfRow } from './events.js';

/** The share that one IRO takes. Without a list it is all that no other share names. */
@ApiSchema({ name: 'CaseloadShare' })
export class CaseloadShareDto {
  @Named('iro', { description: 'Who takes it.' })
  toIro: string;

  @NamedMany('child', {
    optional: true,
    description: 'Record numbers: these children, with all that is open about them.',
  })
  children?: string[] | null;

  @NamedMany('dispute-each', {
    optional: true,
    description: 'These disputes and conversations alone, wherever their children go.',
  })
  disputes?: string[] | null;
}

@ApiSchema({ name: 'HandOverCaseload' })
export class HandOverCaseloadDto {
  @Many(() => CaseloadShareDto, { most: 20, description: 'To one IRO or several. One share at most has no list.' })
  shares: CaseloadShareDto[];

  @Narrative()
  reason: string;
}

@ApiSchema({ name: 'CaseloadRowHandedOver' })
export class RowHandedOverDto {
  @ApiProperty({ type: String, enum: KINDS_OF_ROW })
  kind: KindOfRow;
  /** Reference; of a child the record number. */
  id: string;
  toIro: string;
}

@ApiSchema({ name: 'CaseloadRowRefused' })
export class RowRefusedDto {
  @ApiProperty({ type: String, enum: KINDS_OF_ROW })
  kind: KindOfRow;
  @ApiProperty({ type: String, nullable: true, description: 'Null for a record that is restricted, and not for you.' })
  id: string | null;
  code: string;
  detail: string;
}

/** The records that changed hands, and those that did not. One that is refused does not stop the others. */
@ApiSchema({ name: 'CaseloadHandedOver' })
export class CaseloadHandedOverDto extends WrittenDto {
  @ApiProperty({ type: [RowHandedOverDto] })
  handedOver: RowHandedOverDto[] = [];
  @ApiProperty({ type: [RowRefusedDto] })
  refused: RowRefusedDto[] = [];
}
