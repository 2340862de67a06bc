import { ApiSchema } from '@nestjs/swagger';
import { Name, Text } from '../../platform/http/fields.js';
import type { WantedAction } from '../events.js';

const ACTION = 2000;

/** What is to be done, by whom, by when, and how we will know. */
@ApiSchema({ name: 'WantedAction' })
export class WantedActionDto {
  @Text(ACTION)
  what: string;

  @Name({ optional: true })
  who?: string | null;

  @Name({ optional: true, description: 'A day as YYYY-MM-DD; other words are taken, and writing help speaks of them.' })
  by?: string | null;

  @Text(ACTION, { optional: true })
  measure?: string | null;
}

export const wantedActions = (sent: readonly WantedActionDto[] | null | undefined): WantedAction[] =>
  (sent ?? []).map(({ what, who, by, measure }) => ({
    what,
    who: who ?? null,
    by: by ?? null,
    measure: measure ?? null,
  }));
