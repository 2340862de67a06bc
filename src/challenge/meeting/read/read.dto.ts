import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { MeetingListedDto } from '../list/list.dto.js';

@ApiSchema({ name: 'MeetingAction' })
export class MeetingActionDto {
  actionId: string;
  what: string;
  /** As it was written. */
  who: string;
  /** Person id; null where the words name nobody in office. */
  person: string | null;
  by: string;
  /** Of a theme; an action over a case is marked done in the dispute. */
  doneOn: string | null;
  /** The day on which that was recorded, from which it counts whether it was in time. */
  recordedOn: string | null;
  /** Of a theme: recorded after its day, or not done and its day is over. Of a case the dispute says so, and this is null. */
  late: boolean | null;
}

/** The view that the IRO had on record when the meeting decided. */
@ApiSchema({ name: 'MeetingIroView' })
export class MeetingIroViewDto {
  view: string;
  words: string;
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
  /** The day of another meeting of this kind that has it on its agenda already. */
  alsoOn: string | null;
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
  /** The items that are proposed for the agenda and not on it yet. */
  proposed: AgendaProposalDto[];
}
