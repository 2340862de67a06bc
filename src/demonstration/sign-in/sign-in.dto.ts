import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Name } from '../../platform/http/fields.js';

/** Somebody of the demonstration council. */
@ApiSchema({ name: 'SignIn' })
export class SignInDto {
  @Name({ description: 'Name, or id, of a person of the demonstration council.' })
  name: string;
}

@ApiSchema({ name: 'SignedInPost' })
export class SignedInPostDto {
  @ApiProperty({ type: String })
  postId: string;
  @ApiProperty({ type: String })
  kind: string;
  @ApiProperty({ type: String })
  title: string;
  @ApiProperty({ type: String, nullable: true })
  team: string | null;
}

@ApiSchema({ name: 'SignedIn' })
export class SignedInDto {
  @ApiProperty({ type: String, description: 'Send it with every request: Authorization: Bearer <token>.' })
  token: string;
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: string;
  @ApiProperty({ type: String })
  person: string;
  @ApiProperty({ type: [SignedInPostDto], description: 'Posts held today.' })
  posts: SignedInPostDto[];
}
