import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Code, Name } from '../../../platform/http/fields.js';
import { AnswerDto } from '../answer/answer.dto.js';

/** The answer of a post outside of the council, entered for it. Nobody can alter it afterwards. */
@ApiSchema({ name: 'EnterAnswer' })
export class EnterAnswerDto extends AnswerDto {
  @Code({ optional: true, description: 'Code of the post whose answer it is; the one that is asked unless told.' })
  post?: string | null;

  @Name({ description: 'Who gave the answer.' })
  saidBy: string;

  @Dated('in-this-matter', { description: 'It counts from the moment at which it is entered.' })
  saidOn: string;
}
