import { ApiSchema } from '@nestjs/swagger';
import { Day, Id, Name } from '../../../platform/http/fields.js';

/** That a copy is on the child’s file. */
@ApiSchema({ name: 'NoteFiling' })
export class NoteFilingDto {
  /** Record number. */
  @Id()
  child: string;

  @Name()
  where: string;

  @Day()
  filedOn: string;
}
