import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Asker } from '../../../access/asker.js';
import { londonDate } from '../../../calendar/dates.js';
import { dayInWords } from '../../../calendar/in-words.js';
import type { Directory } from '../../../directory/directory.js';
import { postTitle } from '../../../directory/import/posts.js';
import type { DisputesPageDto } from '../../../disputes/list/list.dto.js';
import { ListDisputes } from '../../../disputes/list/list.query.js';
import { choicesFrom } from '../../../disputes/pages/choices.js';
import { DIRECTORY } from '../../../platform/tokens.js';
import { allStages } from '../../../protocol/ladder.js';
import { inCouncilWords, referenceShown } from '../../../protocol/council-words.js';
import { isOutside, kindOfPost } from '../../../protocol/own-posts.js';
import { POST_KINDS, type PostKind } from '../../../protocol/protocol.js';
import { stageShown } from '../../../protocol/stage-shown.js';
import { themeShown } from '../../../protocol/theme-shown.js';
import { WordsNow } from '../../../protocol/words-now.js';
import { Readings } from '../../../reading/readings.js';
import type { ChoicesBy } from '../../../web/forms/drawn-form.js';
import type { Choice } from '../../../web/forms/form.js';
import type { AgendaReason, MeetingKind } from '../../events.js';
import { DECISIONS_EXPLAINED, DECISIONS_IN_WORDS, REASONS_IN_WORDS } from '../../in-words.js';
import { type CaseLookedAt, decisionsOpen } from '../acts/decide-item/decide-item.js';
import type { Seated } from '../meeting-relations.js';
import type { MeetingDto } from '../read/read.dto.js';
import { alsoOnShown, headingOf, itemInLine, sentenceOf } from './item-shown.js';
import type { Offers } from './meeting-offers.js';

/** Posts that read no case, so that a seat opens none to them. */
const NEVER_SEATED: readonly PostKind[] = [
  'performance-analyst',
  'inspector',
  'information-governance',
  'administrator',
];

/** Most cases that a list to choose from holds; any other is put on an agenda by its reference. */
const MOST_CASES = '200';

/** The choices in the forms about meetings. */
@Injectable()
export class ChoicesOfMeetings {
  constructor(
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly says: WordsNow,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /** Posts, themes, and the stages that meetings time. */
  async ofCouncil(): Promise<ChoicesBy> {
    const { protocols, now } = await this.readings.now();
    const { posts: own } = await this.says.now();
    const today = londonDate(now);
    const { protocol } = protocols.inForceOn(today);
    const { themes = [] } = choicesFrom({ dispute: null, entries: [], directory: this.directory, protocols, today });
    const timed = allStages(protocol).filter(
      ({ clock, needs }) => clock.unit === 'meeting' || needs === 'meeting-decision',
    );
    const ofThisCouncil = own.map(kindOfPost);
    const seats = [
      ...POST_KINDS.filter((kind) => !NEVER_SEATED.includes(kind)),
      ...ofThisCouncil.filter((kind) => !isOutside(kind)),
    ];
    const inWords = (kind: PostKind): Choice => ({ value: kind, text: postTitle(kind, own) });
    return {
      themes,
      posts: seats.map(inWords),
      // A post outside of the council may have been there, and opens nothing.
      'posts-that-come': [...seats, ...ofThisCouncil.filter(isOutside)].map(inWords),
      'stages-of-meetings': timed.map(({ code, name }) => ({ value: code, text: name })),
    };
  }

  /** As a form says people, who may be named by name. */
  namesOf(people: readonly string[]): string[] {
    return people.map((person) => this.directory.person(person)?.name ?? person);
  }

  /** The choices that depend on one meeting, as its reader sees it. */
  async of(meeting: MeetingDto, offers: Offers, seated: readonly Seated[]): Promise<ChoicesBy> {
    const { words, posts: own } = await this.says.now();
    const items = (numbers: readonly string[]): Choice[] =>
      meeting.items
        .filter(({ itemId }) => numbers.includes(itemId))
        .map((item) => ({ value: item.itemId, text: itemInLine(item, words) }));
    const actions = (numbers: readonly string[]): Choice[] =>
      meeting.items
        .flatMap((item) => item.actions ?? [])
        .filter(({ actionId }) => numbers.includes(actionId))
        .map(({ actionId, what, who, by }) => ({
          ...{ value: actionId, text: what },
          hint: `${who}, by ${dayInWords(by)}`,
        }));
    return {
      ...(await this.ofCouncil()),
      'may-go-on': meeting.kind === 'challenge' ? [{ value: 'yes', text: '' }] : [],
      'items-in-order': items(meeting.items.flatMap(({ itemId, status }) => (status === 'taken-off' ? [] : [itemId]))),
      'items-to-take-off': items(offers.toTakeOff),
      'items-decided': items(offers.toTakeBack),
      'actions-to-do': actions(offers.actionsToDo),
      'actions-done': actions(offers.actionsDone),
      seats: seated.map(({ post, person }) => ({
        value: seatValue(post, person),
        text: `${postTitle(post, own)}: ${this.directory.person(person)?.name ?? person}`,
      })),
      'seated-posts': (meeting.posts as PostKind[]).map((kind) => ({ value: kind, text: postTitle(kind, own) })),
    };
  }

  /** What can be decided about an item, as its case stands and the view of its IRO lets it. */
  decisions(kind: MeetingKind, looked: CaseLookedAt, isCase: boolean): ChoicesBy {
    return {
      decisions: decisionsOpen(kind, looked, isCase).map((decision) => ({
        value: decision,
        text: DECISIONS_IN_WORDS[decision].replace(/^./, (first) => first.toUpperCase()),
        hint: DECISIONS_EXPLAINED[decision],
      })),
    };
  }

  /** Cases for the agenda: what it proposes, with the reasons, and others that are open, as many as their reader may see. */
  async pickList(meeting: MeetingDto, asker: Asker): Promise<ChoicesBy> {
    const { words, themes } = await this.says.now();
    const stands = new Set(
      meeting.items.flatMap(({ dispute, status }) => (dispute === null || status === 'taken-off' ? [] : [dispute])),
    );
    const proposed = meeting.proposed.filter(({ dispute }) => dispute !== null);
    const open = new ListDisputes({ status: 'open', kind: 'formal', sort: '-stage', limit: MOST_CASES }, asker);
    const { items } = await this.queries.execute<ListDisputes, DisputesPageDto>(open);
    return {
      proposed: proposed.map((each) => ({
        value: each.dispute!,
        text: headingOf(each, words),
        hint: inCouncilWords(
          [
            each.line === null ? [] : sentenceOf(each.line),
            `Why here: ${reasonsOf(each.because)}.`,
            alsoOnShown(each) ?? [],
          ]
            .flat()
            .join(' '),
          words,
        ),
      })),
      'pick-list': items
        .filter(({ reference }) => !stands.has(reference) && !proposed.some(({ dispute }) => dispute === reference))
        .map(({ reference, children = [], theme, currentStage, stageName, team }) => ({
          value: reference,
          text: [
            referenceShown(reference, words),
            ...children.map(({ initials }) => initials ?? '–'),
            ...(theme === null ? [] : [themeShown(theme, themes).label]),
            stageShown(stageName, currentStage),
            team.name ?? '–',
          ].join(' · '),
        })),
    };
  }
}

export const reasonsOf = (because: readonly string[]): string =>
  because.map((each) => REASONS_IN_WORDS[each as AgendaReason]).join('; ');

/** A seat as one value of a form: neither part holds a blank. */
export const seatValue = (post: string, person: string): string => `${post} ${person}`;
