import { postInWords } from '../../protocol/posts-in-words.js';
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

/** `Tom, team manager, for Iris`. */
export const actorInWords = ({ person, role, actingFor }: ActorShownDto): string =>
  [
    person.name ?? person.id,
    ...(role === null ? [] : [postInWords(role as PostKind).replace(/^the /, '')]),
    ...(actingFor === null ? [] : [`for ${actingFor.name ?? actingFor.id}`]),
  ].join(', ');

/** What somebody opened, and when. */
export const viewInWords = ({ viewedAt, by, what }: ViewDto, said: (text: string) => string): object => ({
  at: viewedAt,
  who: actorInWords(by),
  what: said(WHAT[what] ?? what),
});

/** @param under where the page of the record lies: `/disputes` */
export const presentViewsOf =
  (under: string) =>
  ({ reference, items }: ViewsDto, { words: { said } }: Pick<About, 'words'>): object => ({
    title: `Who opened ${said(reference)}`,
    reference: said(reference),
    back: `${under}/${reference}`,
    items: items.toReversed().map((view) => viewInWords(view, said)),
  });
