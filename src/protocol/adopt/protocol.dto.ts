import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Day, Text } from '../../platform/http/fields.js';
import { LONGEST_FILE } from '../read-protocol.js';

/** A council's rules as a YAML file, in force from a day. */
@ApiSchema({ name: 'AdoptProtocol' })
export class AdoptProtocolDto {
  @Text(LONGEST_FILE, { description: 'The whole file.' })
  yaml: string;

  @Day({ description: 'The first day on which it is in force.' })
  from: string;
}

@ApiSchema({ name: 'ProtocolVersion' })
export class ProtocolVersionDto {
  version: number;
  from: string;
  id: string;
  title: string;
  /** What its reader warned about. */
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
