import { Injectable } from '@nestjs/common';
import type { SentWith } from '../../../../access/sent.js';
import { WrittenDto } from '../../../../platform/http/written.dto.js';
import { Agenda } from '../../../agenda/agenda.js';
import type { Proposal } from '../../../agenda/propose.js';
import { AuthorisedMeetings } from '../../authorised-meetings.js';
import { MeetingKeeper } from '../../meeting-keeper.js';
import type { NewItem } from '../add-items/add-items.js';

/** Puts on the agenda of a meeting what the agenda proposes by itself: sends *add-items*. */
@Injectable()
export class PrepareAgenda {
  constructor(
    private readonly authorised: AuthorisedMeetings,
    private readonly keeper: MeetingKeeper,
    private readonly agenda: Agenda,
  ) {}

  /** @throws Problem `not-found`, `not-yours`; and the refusals of *add-items* */
  async prepare(id: string, sent: SentWith): Promise<WrittenDto> {
    const envelope = await this.authorised.mayAct(id, 'add-items', sent);
    const { meeting } = await this.keeper.find(id);
    const proposals = await this.agenda.proposals(meeting, envelope.occurredAt);
    const items = await this.keeper.itemsNotRefused(id, itemsFrom(proposals), envelope);
    const asSent = { prepare: id };
    return new WrittenDto(id, await this.keeper.act(id, { type: 'add-items', items }, { ...envelope, asSent }));
  }
}

/**
 * One that could not be worked out is shown, and put on the agenda by hand where people want it there; so is one that stands on the agenda
 * of another meeting.
 */
const itemsFrom = (proposals: readonly Proposal[]): NewItem[] =>
  proposals
    .filter(({ because, alsoOn }) => alsoOn === null && !because.includes('not-worked-out'))
    .map(({ about, because }) => ({ about, because: [...because], note: null, carriedFrom: null }));
