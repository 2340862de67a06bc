import { Inject, Injectable } from '@nestjs/common';
import { postThatMay } from '../../../access/access.js';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Clock } from '../../../platform/clock/clock.js';
import { CLOCK } from '../../../platform/tokens.js';
import { type MeetingActType, permissionFor } from '../acts/all-acts.js';
import { Deciding } from '../deciding.js';
import type { Meeting, MeetingItem } from '../meeting.js';
import { MeetingRelations } from '../meeting-relations.js';
import { actionsOverThemes, fits, itemsDecided, itemsToDecide, itemsToTakeOff } from '../what-fits.js';
import { MEETING_ACT_FORMS, type MeetingPageAct } from './meeting-forms.js';

/** The acts of somebody on a meeting as it is now. Items and actions by their numbers. */
export interface Offers {
  /** In the order in which a page offers them. */
  readonly acts: readonly MeetingPageAct[];
  /** Whether its papers are theirs, to print and to show in the room. */
  readonly hasPapers: boolean;
  readonly toDecide: readonly string[];
  readonly toTakeOff: readonly string[];
  readonly toTakeBack: readonly string[];
  readonly actionsToDo: readonly string[];
  readonly actionsDone: readonly string[];
}

/** Two pages of forms may send one act. */
const ACT_OF: Readonly<Record<MeetingPageAct, MeetingActType>> = {
  begin: 'begin',
  'correct-attendance': 'correct-attendance',
  'take-back-begin': 'take-back-begin',
  close: 'close',
  prepare: 'add-items',
  'add-items': 'add-items',
  'add-theme': 'add-items',
  'place-item': 'place-item',
  'take-off-item': 'take-off-item',
  'take-back-decision': 'take-back-decision',
  'mark-action-done': 'mark-action-done',
  'take-back-action-done': 'take-back-action-done',
  move: 'move',
  'change-seats': 'change-seats',
  cancel: 'cancel',
};

/** The acts on a meeting that its page offers: those that fit how it stands and that its reader may do. */
@Injectable()
export class MeetingOffers {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly deciding: Deciding,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` for a meeting that does not exist, or is not for this person to know */
  async for(id: string, asker: Asker): Promise<Offers> {
    const { meeting } = await this.relations.find(id, asker);
    const extentOf = this.relations.itemsFor(asker, meeting, this.relations.extentFor(asker, meeting));
    const may = (act: MeetingActType, itemId?: string): boolean =>
      postThatMay(asker, permissionFor(act), this.relations.to(meeting, asker, itemId)) !== undefined;
    const seen = (items: readonly MeetingItem[]): string[] =>
      items.filter((item) => extentOf(item) !== 'nothing').map(({ itemId }) => itemId);
    const toTakeOff = seen(itemsToTakeOff(meeting)).filter((itemId) => may('take-off-item', itemId));
    const toTakeBack = await this.deciding.itemsFor('take-back-decision', seen(itemsDecided(meeting)), meeting, asker);
    const actions = actionsOverThemes(meeting);
    const offered = (act: MeetingPageAct): boolean => {
      if (act === 'take-off-item') return toTakeOff.length > 0;
      return act === 'take-back-decision' ? toTakeBack.length > 0 : may(ACT_OF[act]);
    };
    return {
      acts: (Object.keys(MEETING_ACT_FORMS) as MeetingPageAct[]).filter(
        (act) => fits(act, meeting, this.today()) && offered(act),
      ),
      hasPapers: postThatMay(asker, 'challenge.read', this.relations.to(meeting, asker)) !== undefined,
      toDecide: await this.deciding.itemsFor('decide-item', seen(itemsToDecide(meeting)), meeting, asker),
      toTakeOff,
      toTakeBack,
      ...(may('mark-action-done') ? numbersOf(actions) : { actionsToDo: [], actionsDone: [] }),
    };
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const numbersOf = (actions: Meeting['actions']): Pick<Offers, 'actionsToDo' | 'actionsDone'> => ({
  actionsToDo: actions.filter(({ doneOn }) => doneOn === null).map(({ actionId }) => actionId),
  actionsDone: actions.filter(({ doneOn }) => doneOn !== null).map(({ actionId }) => actionId),
});
