import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { LONGEST_COUNCIL_NAME } from '../../platform/council-name.js';
import { Name, Pattern } from '../../platform/http/fields.js';

@ApiSchema({ name: 'OpenCouncil' })
export class OpenCouncilDto {
  @Pattern(/^[\w-]{16}$/, 'must be the digest of the list that you read: see GET /api/v1/council', {
    description: 'Digest of the list that you read and confirm.',
  })
  list: string;
}

@ApiSchema({ name: 'NameCouncil' })
export class NameCouncilDto {
  @Name({ max: LONGEST_COUNCIL_NAME, description: 'The name of the council, as it stands at the top of every page.' })
  name: string;
}

@ApiSchema({ name: 'HeldBySetUp' })
export class HeldBySetUpDto {
  post: string;
  kind: string;
  title: string;
  team: string | null;
  service: string | null;
  /** Person id. */
  person: string;
  name: string | null;
  from: string | null;
}

@ApiSchema({ name: 'RulesBySetUp' })
export class RulesBySetUpDto {
  version: number;
  title: string;
  from: string;
}

@ApiSchema({ name: 'Council' })
export class CouncilDto {
  /** Until it is `open`, nobody reads or raises a case, and one person suffices for its posts and rules. */
  @ApiProperty({ type: String, enum: ['set-up', 'open'] })
  standing: 'set-up' | 'open';
  /** Person id of the first administrator; null where nobody was set. */
  firstAdministrator: string | null;
  /** The holders of posts from which cases are read, given by one person alone, and of the post of administrator. */
  posts: HeldBySetUpDto[];
  /** Rules adopted by one person. */
  rules: RulesBySetUpDto[];
  /** Sent back to confirm this very list. */
  digest: string;
  /** The things that the council lacks before it can be opened. */
  missing: string[];
}
