import { londonDate } from '../../calendar/dates.js';
import { besideAName, postInWords } from '../../protocol/posts-in-words.js';
import type { PostKind } from '../../protocol/protocol.js';
import type { ActorShownDto } from '../read/dispute.dto.js';
import type { About } from '../../web/frame/page.js';
import type { ViewDto, ViewsDto } from './views.dto.js';

const WHAT: Readonly<Record<string, string>> = {
  page: 'Its page',
  history: 'Its history',
  child: 'The history of its child',
  list: 'A list in which it stood',
  agenda: 'The agenda of a meeting',
  pack: 'The papers of a meeting',
  copy: 'The record copy',
  document: 'A document',
  export: 'An export',
  figures: 'Figures',
};

/** The same, said of what may be about several records. */
const OF_MANY: Readonly<Record<string, string>> = {
  ...WHAT,
  page: 'A page',
  history: 'A history',
  child: 'The history of a child',
  list: 'A list',
  copy: 'A record copy',
};

/** `Tom, team manager, for Iris`. */
export const actorInWords = ({ person, role, actingFor }: ActorShownDto): string =>
  [
    person.name ?? person.id,
    ...(role === null ? [] : [besideAName(postInWords(role as PostKind))]),
    ...(actingFor === null ? [] : [`for ${actingFor.name ?? actingFor.id}`]),
  ].join(', ');

/** A record that somebody opened, and when. */
export const viewInWords = (
  { viewedAt, by, what }: ViewDto,
  said: (text: string) => string,
  about: 'it' | 'of-many' = 'it',
): object => ({
  at: viewedAt,
  who: actorInWords(by),
  what: said((about === 'it' ? WHAT : OF_MANY)[what] ?? what),
});

/** Openings that say the same of one person on one day, as one line. */
interface ViewsFolded {
  /** The latest of them; the day alone where there were several. */
  readonly at: string;
  readonly who: string;
  readonly what: string;
  /** Number of openings in this line. */
  readonly times: number;
}

interface ViewsPart {
  readonly heading: string;
  readonly items: readonly ViewsFolded[];
}

/**
 * Others who opened the record stand first, each opening by itself, for that is what the log is asked for. Lists in which it stood among
 * others, and what its reader opened, are many and say little: each is one line for a day and person.
 *
 * @param under where the page of the record lies: `/disputes`
 */
export const presentViewsOf =
  (under: string) =>
  ({ reference, items }: ViewsDto, { words: { said }, asker }: Pick<About, 'words' | 'asker'>): object => {
    const latestFirst = items.toReversed();
    const isOwn = ({ by }: ViewDto): boolean => by.person.id === asker?.person;
    const others = latestFirst.filter((view) => !isOwn(view));
    const openedByOthers = others.filter(isOfItAlone);
    const parts: ViewsPart[] = [
      { heading: 'Opened by others', items: openedByOthers.map((view) => folded([view], said)) },
      {
        heading: 'Stood in lists of others',
        items: byDayAndPerson(
          others.filter((view) => !isOfItAlone(view)),
          said,
        ),
      },
      { heading: 'Opened by you', items: byDayAndPerson(latestFirst.filter(isOwn), said) },
    ];
    return {
      title: `Who opened ${said(reference)}`,
      reference: said(reference),
      back: `${under}/${reference}`,
      nobodyElse: items.length > 0 && openedByOthers.length === 0,
      parts: parts.filter((part) => part.items.length > 0),
    };
  };

/** Whether somebody asked for this record, and did not merely have it before them in a list. */
const isOfItAlone = ({ what }: ViewDto): boolean => what !== 'list';

/** In the order of the latest of each line. */
const byDayAndPerson = (views: readonly ViewDto[], said: (text: string) => string): ViewsFolded[] => {
  const groups = Map.groupBy(views, ({ viewedAt, by, what }) =>
    JSON.stringify([londonDate(viewedAt), actorInWords(by), what]),
  );
  return [...groups.values()].map((group) => folded(group, said));
};

const folded = (views: readonly ViewDto[], said: (text: string) => string): ViewsFolded => {
  const { viewedAt, by, what } = views[0]!;
  return {
    at: views.length === 1 ? viewedAt : londonDate(viewedAt),
    who: actorInWords(by),
    what: said(WHAT[what] ?? what),
    times: views.length,
  };
};
