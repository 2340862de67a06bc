import { ApiSchema } from '@nestjs/swagger';
import { NamedMany } from '../../../../access/named/field.js';
import { A_KIND_OF_POST } from '../../../../directory/posts/kinds-of-post.js';
import { Names, Narrative } from '../../../../platform/http/fields.js';

/** Everybody who sits in it from now on: a person who is left out has no seat any more. */
@ApiSchema({ name: 'ChangeSeats' })
export class ChangeSeatsDto {
  @Names({
    description: `The posts that sit in it, for the cases of the teams for which they answer: each ${A_KIND_OF_POST}.`,
  })
  posts: string[];

  @NamedMany('person', { optional: true, description: 'Those who sit in it besides, for every case.' })
  people?: string[] | null;

  @Narrative()
  reason: string;
}
