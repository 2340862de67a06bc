import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Text } from '../../platform/http/fields.js';

/** As long as a request may be: a file that is too long for a protocol is answered with what is wrong in it. */
const LONGEST_TEXT = 250_000;

/** A council's rules as a YAML file, in force from a day. */
@ApiSchema({ name: 'AdoptProtocol' })
export class AdoptProtocolDto {
  @Text(LONGEST_TEXT, { description: 'The whole file.' })
  yaml: string;

  @Dated('of-the-rules', { description: 'The first day on which it is in force.' })
  from: string;
}
