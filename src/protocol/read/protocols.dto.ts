import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'ProtocolVersion' })
export class ProtocolVersionDto {
  version: number;
  from: string;
  id: string;
  title: string;
  /** The warnings of its reader. */
  warnings: string[];
  fileSha256: string;
  /** The rules in full. */
  @ApiProperty({ type: Object })
  protocol: object;
}

@ApiSchema({ name: 'Protocols' })
export class ProtocolsDto {
  /** Version in force today; null where none is. */
  inForce: number | null;
  /** In the order adopted. */
  items: ProtocolVersionDto[];
}
