import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named } from '../../access/named/field.js';
import { Name } from '../../platform/http/fields.js';
import { A_KIND_OF_POST } from './kinds-of-post.js';

/** A post, which answers for a team, a service, or the whole council. */
@ApiSchema({ name: 'RegisterPost' })
export class RegisterPostDto {
  @Named('new-post', { optional: true, description: 'Made up unless told.' })
  postId?: string | null;

  @Name({ description: `Which post it is: ${A_KIND_OF_POST}.` })
  kind: string;

  @Name()
  title: string;

  @Named('team', { optional: true, description: 'Team for which it answers.' })
  team?: string | null;

  @Name({ optional: true })
  service?: string | null;
}

@ApiSchema({ name: 'TakePost' })
export class TakePostDto {
  @Named('person-of-any-time')
  person: string;

  /** Left out: today, and for the first who holds the post throughout. */
  @Dated('of-the-council', { optional: true })
  from?: string | null;
}

@ApiSchema({ name: 'LeavePost' })
export class LeavePostDto {
  @Named('person-of-any-time')
  person: string;

  @Dated('of-the-council', { description: 'The last day.' })
  on: string;
}

@ApiSchema({ name: 'Post' })
export class PostDto {
  postId: string;
  kind: string;
  title: string;
  team: string | null;
  service: string | null;
  /** Person id of who holds it on the day asked for; null for a vacancy. */
  person: string | null;
  /** Whether a second person agreed, the council was not open yet, or nothing about a child is read from the post. */
  @ApiProperty({ type: String, enum: ['second-person', 'set-up', 'not-needed'], nullable: true })
  agreed: 'second-person' | 'set-up' | 'not-needed' | null;
  /** Id of the person who agreed; null where one person sufficed. */
  agreedBy: string | null;
}

@ApiSchema({ name: 'Posts' })
export class PostsDto {
  items: PostDto[];
}
