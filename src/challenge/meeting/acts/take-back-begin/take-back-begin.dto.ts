import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../../platform/http/fields.js';

/** The meeting was begun by mistake. */
@ApiSchema({ name: 'TakeBackBegin' })
export class TakeBackBeginDto {
  @Narrative({ description: 'Why it is taken back.' })
  reason: string;
}
