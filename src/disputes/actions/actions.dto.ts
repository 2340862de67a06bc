import { ApiSchema } from '@nestjs/swagger';
import { Choice, Name } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import type { GoesBy } from '../../access/goes-by.js';

export class ActionsQuery extends PageQuery {
  @Choice(['true', 'false'], { optional: true, description: 'Whether it was done.' })
  done?: string;

  @Name({ optional: true, description: 'Who is to do it: a person id, or the words as written.' })
  who?: string;
}

@ApiSchema({ name: 'ActionListed' })
export class ActionListedDto {
  reference: string;
  actionId: string;
  /** Left out for readers who may not read what was written. */
  what?: string;
  /** As it was written. */
  who?: string | null;
  /** Person id; null where the words name nobody in office. */
  person?: string | null;
  by: string | null;
  agreedOn: string;
  doneOn: string | null;
  /** The day on which that was recorded. */
  recordedOn: string | null;
  /** It was recorded after its date, and the IRO has confirmed that it was done in time. */
  confirmedInTime: boolean;
}

@ApiSchema({ name: 'ActionsPage' })
export class ActionsPageDto {
  items: ActionListedDto[];
  next: string | null;
}

export const ACTIONS_GO_BY = { done: 'doneOn', who: 'who' } satisfies GoesBy<ActionsQuery, ActionListedDto>;

/** The fields that are left out for readers who may not read the texts. */
export const WORDS_OF_ACTIONS = ['what', 'who', 'person'] satisfies (keyof ActionListedDto)[];
