import { ApiSchema } from '@nestjs/swagger';
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
