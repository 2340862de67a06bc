import { ApiSchema } from '@nestjs/swagger';
import { Dated } from '../../../../access/dated/field.js';
import { Named } from '../../../../access/named/field.js';
import {
  CHALLENGE_DECISIONS,
  type ChallengeDecision,
  GOES_ON_TO,
  type GoesOnTo,
  type Verdict,
} from '../../../../disputes/events.js';
import { Choice, Many, Name, Narrative, One, Text } from '../../../../platform/http/fields.js';

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

@ApiSchema({ name: 'MeetingIroView' })
export class MeetingIroViewDto {
  @Choice(['satisfied', 'partly', 'not'])
  view: Verdict;

  @Narrative()
  words: string;
}

@ApiSchema({ name: 'DecideAgendaItem' })
export class DecideItemDto {
  @Named('item')
  itemId: string;

  @Narrative()
  discussion: string;

  @Choice(CHALLENGE_DECISIONS)
  decision: ChallengeDecision;

  @Many(() => NewMeetingActionDto, { optional: true })
  actions?: NewMeetingActionDto[] | null;

  @One(() => MeetingIroViewDto, { optional: true })
  iroView?: MeetingIroViewDto | null;

  @Choice(GOES_ON_TO, { optional: true, description: 'Where a decision that the IRO does not accept goes on to.' })
  goesOnTo?: GoesOnTo | null;

  @Dated('to-come', { optional: true })
  nextLookOn?: string | null;
}
