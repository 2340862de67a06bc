import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../access/dated/field.js';
import { Named } from '../../access/named/field.js';
import { Narrative } from '../../platform/http/fields.js';

/** From the first day to the last, somebody may act for an IRO or a chair who is away. */
@ApiSchema({ name: 'ArrangeCover' })
export class ArrangeCoverDto {
  @Named('iro-from-that-day', { description: 'Who is away.' })
  iro: string;

  @Named('iro-from-that-day', { description: 'Who stands in.' })
  by: string;

  @Dated('of-the-council')
  from: string;

  @Dated('of-the-council', { description: 'The last day.' })
  to: string;

  @Narrative({ optional: true })
  reason?: string | null;
}

@ApiSchema({ name: 'EndCover' })
export class EndCoverDto {
  @Dated('of-the-council', { description: 'The last day of the cover that runs on it.' })
  on: string;
}

@ApiSchema({ name: 'Cover' })
export class CoverDto {
  iro: string;
  by: string;
  from: string;
  to: string;
}

@ApiSchema({ name: 'Covers' })
export class CoversDto {
  items: CoverDto[];
}
