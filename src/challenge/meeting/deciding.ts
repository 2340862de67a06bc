import { Injectable } from '@nestjs/common';
import { postThatMay, type RelationsFrom } from '../../access/access.js';
import type { Asker } from '../../access/asker.js';
import { AuthorisedDisputes } from '../../disputes/authorised-disputes.js';
import { refuse } from '../../platform/decider.js';
import { type MeetingActType, permissionFor } from './acts/all-acts.js';
import type { Meeting } from './meeting.js';
import { MeetingRelations } from './meeting-relations.js';

/** Acts on an item by which a meeting writes words and actions into the dispute that the item is about. */
export const WRITES_INTO_CASES = ['decide-item', 'take-back-decision'] as const satisfies readonly MeetingActType[];
type WritesIntoCases = (typeof WRITES_INTO_CASES)[number];

/** What somebody is to one item of a meeting whose case they would write into. */
export interface OnItem {
  readonly relationsFrom: RelationsFrom;
  /** A list of readers or a death keeps its case from them. */
  readonly isKept: boolean;
}

/**
 * The right to write into a case from a meeting: of those who decide in it, whoever may read the case, and of a restricted one whoever is on
 * its list and sits in the meeting. The acts and the pages that offer them ask here.
 */
@Injectable()
export class Deciding {
  constructor(
    private readonly relations: MeetingRelations,
    private readonly disputes: AuthorisedDisputes,
  ) {}

  async on(itemId: string, meeting: Meeting, asker: Asker): Promise<OnItem> {
    const about = meeting.items.find((item) => item.itemId === itemId)?.about;
    const isKept = about?.kind === 'case' && (await this.disputes.isKept(about.dispute, asker));
    return { relationsFrom: this.relations.to(meeting, asker, itemId), isKept };
  }

  /** Those of some items on which somebody may do an act. */
  async itemsFor(
    act: WritesIntoCases,
    items: readonly string[],
    meeting: Meeting,
    asker: Asker,
  ): Promise<readonly string[]> {
    const theirs: string[] = [];
    for (const itemId of items) {
      const { relationsFrom, isKept } = await this.on(itemId, meeting, asker);
      if (!isKept && postThatMay(asker, permissionFor(act), relationsFrom) !== undefined) theirs.push(itemId);
    }
    return theirs;
  }
}

/** @throws Refusal `case-kept-from-you` */
export const mustNotBeKept = ({ isKept }: Pick<OnItem, 'isKept'>): void => {
  if (isKept)
    refuse(
      'case-kept-from-you',
      'This case is restricted to those on its list, and you are not on it, so you cannot decide on it. Whoever is on the list and sits in ' +
        'the meeting can. If nobody is, ask the IRO of the case to add somebody who sits in the meeting to its list, or take the item off ' +
        'the agenda.',
    );
};
