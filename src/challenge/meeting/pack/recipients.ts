import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../../access/asker.js';
import { personAsking } from '../../../access/person-asking.js';
import { londonDate } from '../../../calendar/dates.js';
import type { Directory } from '../../../directory/directory.js';
import { postTitle } from '../../../directory/import/posts.js';
import { problemFrom } from '../../../platform/http/problem.js';
import { DIRECTORY } from '../../../platform/tokens.js';
import type { Readings } from '../../../reading/readings.js';
import { caseShown } from '../../agenda/case-line.js';
import type { Meeting, MeetingItem } from '../meeting.js';
import { MeetingRelations, type Seated } from '../meeting-relations.js';
import type { Recipient } from './sheets.js';

type ReadingOfPapers = ReturnType<Readings['withoutRules']>;

/** Somebody who is in the room, or is to be. */
export interface SomebodyThere extends Recipient {
  /** As whom they read; null for somebody who came and is not named, or who may read nothing of it. */
  readonly asker: Asker | null;
  /** Whether they read what this meeting decided of an item, where they may read the case no more. */
  readsDecisionOf(item: MeetingItem): boolean;
}

/** Those to whom a meeting shows its papers: who sits in it until it begins, and who is there from then on. */
@Injectable()
export class Recipients {
  constructor(
    private readonly relations: MeetingRelations,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  of(meeting: Meeting, reading: ReadingOfPapers): SomebodyThere[] {
    const there = meeting.attendance?.present ?? this.relations.seated(meeting);
    return there.map(({ post, person }) => ({
      name: this.nameOf({ post, person }, reading),
      ...(person === null ? UNNAMED : this.sightOf(person, meeting, reading)),
    }));
  }

  /** The part of the papers that a person may read: not those kept from them, nor those that they see in outline alone. */
  private sightOf(person: string, meeting: Meeting, reading: ReadingOfPapers): Sight {
    const asker = personAsking(person, this.directory, londonDate(reading.now));
    const extent = orNull(() => this.relations.extentFor(asker, meeting));
    if (extent === null || extent === 'outline') return NOTHING;
    const extentOf = this.relations.itemsFor(asker, meeting, extent);
    return {
      asker,
      mayRead: (item) =>
        extentOf(item) === 'all' &&
        (item.about.kind === 'theme' || caseShown(item.about.dispute, asker, reading).status !== null),
      readsDecisionOf: (item) => extentOf(item) === 'minutes',
    };
  }

  private nameOf(
    { post, person }: Pick<Seated, 'post'> & { person: string | null },
    { says }: ReadingOfPapers,
  ): string {
    const title = postTitle(post, says.posts);
    return person === null ? title : `${this.directory.person(person)?.name ?? person}, ${title}`;
  }
}

type Sight = Pick<SomebodyThere, 'asker' | 'mayRead' | 'readsDecisionOf'>;

const NOTHING: Sight = { asker: null, mayRead: () => false, readsDecisionOf: () => false };

/** Somebody who came and is not named may hold what has no child in it. */
const UNNAMED: Sight = { asker: null, mayRead: ({ about }) => about.kind === 'theme', readsDecisionOf: () => false };

/** A person who may not know of a meeting any more, for example since they left their post, reads nothing of it. */
const orNull = <Found>(find: () => Found): Found | null => {
  try {
    return find();
  } catch (error) {
    if (problemFrom(error)?.status === 404) return null;
    throw error;
  }
};

/** As whom those read who may read an item of it. */
export const readersOf = (item: MeetingItem, there: readonly SomebodyThere[]): Asker[] =>
  there.flatMap((each) => (each.mayRead(item) && each.asker !== null ? [each.asker] : []));
