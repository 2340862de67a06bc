import { ApiSchema } from '@nestjs/swagger';
import { Named, NamedMany } from '../../../access/named/field.js';
import { Narrative } from '../../../platform/http/fields.js';

/** To the people named, besides the IRO who holds it. A second list takes the place of the first. */
@ApiSchema({ name: 'RestrictDispute' })
export class RestrictDto {
  @NamedMany('person', {
    description:
      'People who may go on seeing it. Name those who must answer, or say in answeredBy who answers instead.',
  })
  readers: string[];

  @Named('answerer', {
    optional: true,
    description:
      'Person who answers in place of those asked, where these are left off the list. They are added to the readers.',
  })
  answeredBy?: string | null;

  @Narrative()
  reason: string;
}
