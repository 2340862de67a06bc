import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named } from '../../../access/named/field.js';
import { Name } from '../../../platform/http/fields.js';

/** That a copy is on the child’s file. */
@ApiSchema({ name: 'NoteFiling' })
export class NoteFilingDto {
  /** Record number. */
  @Named('child-of-the-dispute')
  child: string;

  @Name()
  where: string;

  @Dated('in-this-matter')
  filedOn: string;
}
