import { ApiSchema } from '@nestjs/swagger';
import { DatedOrWords } from '../../access/dated/field.js';
import { Name, Text } from '../../platform/http/fields.js';
import type { WantedAction } from '../events.js';

const ACTION = 2000;

/** An action that is asked for: what is to be done, by whom, by when, and how we will know. */
@ApiSchema({ name: 'WantedAction' })
export class WantedActionDto {
  @Text(ACTION)
  what: string;

  @Name({
    optional: true,
    description: 'A person, by id or by a name that one person in office bears; other words are kept and open nothing.',
  })
  who?: string | null;

  @DatedOrWords('to-be-done-by', {
    optional: true,
    description: 'A day as YYYY-MM-DD; other words are taken, and writing help speaks of them.',
  })
  by?: string | null;

  @Text(ACTION, { optional: true })
  measure?: string | null;
}

/** The same as it is on record. */
@ApiSchema({ name: 'WantedActionShown' })
export class WantedActionShownDto extends WantedActionDto {
  /** Person id of the one who is meant; left out where the words name nobody in office. */
  person?: string;
}

export const wantedActions = (sent: readonly WantedActionDto[] | null | undefined): WantedAction[] =>
  (sent ?? []).map(({ what, who, by, measure }) => ({
    what,
    who: who ?? null,
    by: by ?? null,
    measure: measure ?? null,
  }));
