import { ApiSchema } from '@nestjs/swagger';
import { Named } from '../../../access/named/field.js';
import { Day, Name } from '../../../platform/http/fields.js';

/** That a copy is on the child’s file. */
@ApiSchema({ name: 'NoteFiling' })
export class NoteFilingDto {
  /** Record number. */
  @Named('child-of-the-dispute')
  child: string;

  @Name()
  where: string;

  @Day()
  filedOn: string;
}
