import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CHALLENGE_DECISIONS, type ChallengeDecision, type Verdict } from '../../disputes/events.js';
import { REFERENCE, THEMES } from '../../disputes/fields.js';
import { Choice, Choices, Day, Id, Many, Name, Narrative, One, Pattern, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { POST_KINDS, type PostKind } from '../../protocol/protocol.js';
import { GOES_ON_TO, type GoesOnTo, MEETING_KINDS, type MeetingKind } from '../events.js';
import { TIME_IN_WORDS, TIME_OF_DAY } from '../series/series.dto.js';

const ITEM_ID = /^I\d{1,4}$/;
const WHICH_ITEM = 'must be the number of an item, for example I1';
const A_REFERENCE = 'must be a reference, for example DRP-7K4M-2QXH';
const ACTION = 2000;

/** A single meeting; a series arranges its own. */
@ApiSchema({ name: 'ArrangeMeeting' })
export class ArrangeMeetingDto {
  @Choice(MEETING_KINDS)
  kind: MeetingKind;

  @Name()
  name: string;

  @Day()
  heldOn: string;

  @Pattern(TIME_OF_DAY, TIME_IN_WORDS)
  startsAt: string;

  @Name({ optional: true })
  place?: string | null;

  @Choices(POST_KINDS, { description: 'The posts that sit in it.' })
  posts: PostKind[];
}

@ApiSchema({ name: 'MoveMeeting' })
export class MoveMeetingDto {
  @Day()
  heldOn: string;

  @Pattern(TIME_OF_DAY, TIME_IN_WORDS, { optional: true, description: 'The same time of day unless told.' })
  startsAt?: string | null;

  @Narrative()
  reason: string;
}

@ApiSchema({ name: 'CancelMeeting' })
export class CancelMeetingDto {
  @Narrative()
  reason: string;
}

/** A case, by its reference; or a theme with no child, by its code and a title. */
@ApiSchema({ name: 'NewAgendaItem' })
export class NewAgendaItemDto {
  @Pattern(REFERENCE, A_REFERENCE, { optional: true })
  dispute?: string | null;

  @Choice(THEMES, { optional: true })
  theme?: string | null;

  @Name({ optional: true, description: 'What the theme is, in a line that names no child.' })
  title?: string | null;

  @Narrative({ optional: true })
  note?: string | null;
}

@ApiSchema({ name: 'AddAgendaItems' })
export class AddAgendaItemsDto {
  @Many(() => NewAgendaItemDto)
  items: NewAgendaItemDto[];
}

@ApiSchema({ name: 'TakeOffAgendaItem' })
export class TakeOffItemDto {
  @Pattern(ITEM_ID, WHICH_ITEM)
  itemId: string;

  @Narrative()
  reason: string;
}

@ApiSchema({ name: 'Attendee' })
export class AttendeeDto {
  @Choice(POST_KINDS)
  post: PostKind;

  @Id({ optional: true, description: 'Person id of who came.' })
  person?: string | null;
}

@ApiSchema({ name: 'BeginMeeting' })
export class BeginMeetingDto {
  @Many(() => AttendeeDto)
  present: AttendeeDto[];

  @Choices(POST_KINDS, { optional: true })
  apologies?: PostKind[] | null;
}

@ApiSchema({ name: 'NewMeetingAction' })
export class NewMeetingActionDto {
  @Text(ACTION)
  what: string;

  @Name()
  who: string;

  @Day()
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
  @Pattern(ITEM_ID, WHICH_ITEM)
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

  @Day({ optional: true })
  nextLookOn?: string | null;
}

@ApiSchema({ name: 'MarkMeetingActionDone' })
export class MarkMeetingActionDoneDto {
  @Pattern(/^A\d{1,4}$/, 'must be the number of an action, for example A1')
  actionId: string;

  @Narrative()
  evidence: string;

  @Day()
  doneOn: string;
}

export class MeetingsQuery extends PageQuery {
  @Pattern(REFERENCE, 'must be the reference of a series, for example MS-4NQ7-2W1R', { optional: true })
  series?: string;

  @Choice(MEETING_KINDS, { optional: true })
  kind?: string;

  @Choice(['arranged', 'in-session', 'closed', 'cancelled'], { optional: true })
  status?: string;
}

@ApiSchema({ name: 'MeetingListed' })
export class MeetingListedDto {
  meeting: string;
  series: string | null;
  kind: string;
  name: string;
  status: string;
  heldOn: string;
  startsAt: string;
  place: string | null;
  posts: string[];
  revision: number;
}

@ApiSchema({ name: 'MeetingsPage' })
export class MeetingsPageDto {
  items: MeetingListedDto[];
  /** Give it as `cursor` for the next page; null on the last. */
  next: string | null;
}

@ApiSchema({ name: 'MeetingAction' })
export class MeetingActionDto {
  actionId: string;
  what: string;
  who: string;
  by: string;
  /** Of a theme; an action over a case is marked done in the dispute. */
  doneOn: string | null;
}

@ApiSchema({ name: 'AgendaItem' })
export class AgendaItemDto {
  itemId: string;
  /** `case` or `theme`. */
  about: string;
  dispute: string | null;
  /** Initials and no more. */
  initials: string[];
  theme: string | null;
  title: string | null;
  /** The dispute's history in one line. */
  line: string | null;
  /** `on-agenda`, `taken-off`, `decided` or `carried`. */
  status: string;
  because: string[];
  note?: string | null;
  carriedFrom: string | null;
  carriedTo: string | null;
  /** On how many agendas it has stood before without being dealt with. */
  timesCarried: number;
  decision: string | null;
  discussion?: string | null;
  actions?: MeetingActionDto[];
  @ApiProperty({ type: MeetingIroViewDto, nullable: true, required: false })
  iroView?: { view: string; words: string } | null;
  goesOnTo: string | null;
  nextLookOn: string | null;
}

@ApiSchema({ name: 'AgendaProposal' })
export class AgendaProposalDto {
  about: string;
  dispute: string | null;
  initials: string[];
  theme: string | null;
  title: string | null;
  line: string | null;
  because: string[];
}

@ApiSchema({ name: 'AttendeeShown' })
export class AttendeeShownDto {
  post: string;
  person: string | null;
}

@ApiSchema({ name: 'Meeting' })
export class MeetingDto extends MeetingListedDto {
  present: AttendeeShownDto[];
  apologies: string[];
  items: AgendaItemDto[];
  /** What the agenda proposes and does not have yet. */
  proposed: AgendaProposalDto[];
}
