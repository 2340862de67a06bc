import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { Named } from '../../../../access/named/field.js';
import { CHALLENGE_DECISIONS, type ChallengeDecision, GOES_ON_TO, type GoesOnTo } from '../../../../disputes/events.js';
import { Choice, Many, Name, Narrative, Text } from '../../../../platform/http/fields.js';

const ACTION = 2000;

@ApiSchema({ name: 'NewMeetingAction' })
export class NewMeetingActionDto {
  @Text(ACTION)
  what: string;

  @Name({ description: 'A person, by id or by a name that one person in office bears; other words open nothing.' })
  who: string;

  @Dated('to-be-done-by')
  by: string;
}

/** The decision of a meeting on an item. The IRO's view beside it is the one on record: the IRO records it in the dispute. */
@ApiSchema({ name: 'MeetingDecision' })
export class DecisionDto {
  @Narrative()
  discussion: string;

  @Choice(CHALLENGE_DECISIONS)
  decision: ChallengeDecision;

  @Many(() => NewMeetingActionDto, { optional: true })
  actions?: NewMeetingActionDto[] | null;

  @Choice(GOES_ON_TO, { optional: true, description: 'Where a decision that the IRO does not accept goes on to.' })
  goesOnTo?: GoesOnTo | null;

  @Dated('to-come', { optional: true })
  nextLookOn?: string | null;
}

/** The same, with the item that it is about. */
@ApiSchema({ name: 'DecideAgendaItem' })
export class DecideItemDto extends DecisionDto {
  @Named('item')
  itemId: string;
}
