import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../access/dated/field.js';
import { Named } from '../../../access/named/field.js';
import { Choice, Narrative } from '../../../platform/http/fields.js';
import { ANSWERS_TO_REQUEST, MOST_DAYS } from './answer-request-to-read.js';

/** Lets somebody who asked read a dispute until a day, or says why not. The latest answer counts. */
@ApiSchema({ name: 'AnswerRequestToRead' })
export class AnswerRequestToReadDto {
  @Named('person')
  person: string;

  @Choice(ANSWERS_TO_REQUEST)
  answer: (typeof ANSWERS_TO_REQUEST)[number];

  @Dated('to-come', {
    optional: true,
    description: `The last day on which they may read it, within ${MOST_DAYS} days. Needed where they are let read it.`,
  })
  lastDay?: string | null;

  @Narrative({ optional: true, description: 'Why not. Needed where it is refused.' })
  reason?: string | null;
}
