import { describe, expect, it } from '@jest/globals';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { presentViewsOf } from './present-views.js';
import type { ViewDto } from './views.dto.js';

const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
const view = (person: string, what: string, viewedAt: string): ViewDto => ({
  ...{ viewedAt, what, where: `/${what}` },
  by: { person: { id: person, name: person }, role: null, actingFor: null },
});
const shownTo = (person: string, ...items: ViewDto[]): object =>
  presentViewsOf('/disputes')(
    { reference: 'DRP-7K4M-2QXH', items },
    { words, asker: { person, name: person, posts: [] } },
  );

describe('the people who opened a record', () => {
  const items = [
    view('Tom', 'page', '2026-11-26T09:00:00.000Z'),
    view('Tom', 'list', '2026-11-27T09:00:00.000Z'),
    view('Iris', 'page', '2026-11-27T09:30:00.000Z'),
    view('Tom', 'list', '2026-11-27T10:00:00.000Z'),
    view('Iris', 'page', '2026-11-27T11:00:00.000Z'),
    view('Tom', 'page', '2026-11-27T12:00:00.000Z'),
    view('Tom', 'list', '2026-11-28T09:00:00.000Z'),
  ];

  it('begins with what others opened, and folds lists and the reader’s own into a line a day and person', () => {
    expect(shownTo('Iris', ...items)).toMatchObject({
      parts: [
        {
          heading: 'Opened by others',
          items: [
            { at: '2026-11-27T12:00:00.000Z', who: 'Tom', what: 'Its page', times: 1 },
            { at: '2026-11-26T09:00:00.000Z', who: 'Tom', what: 'Its page', times: 1 },
          ],
        },
        {
          heading: 'Stood in lists of others',
          items: [
            { at: '2026-11-28T09:00:00.000Z', times: 1 },
            { at: '2026-11-27', who: 'Tom', what: 'A list in which it stood', times: 2 },
          ],
        },
        { heading: 'Opened by you', items: [{ at: '2026-11-27', who: 'Iris', what: 'Its page', times: 2 }] },
      ],
    });
  });

  it('loses no opening', () => {
    const { parts } = shownTo('Ada', ...items) as { parts: { items: { times: number }[] }[] };
    expect(parts.flatMap((part) => part.items).reduce((sum, { times }) => sum + times, 0)).toBe(items.length);
  });

  it('says that nobody else has opened it, also where it stood in lists of others', () => {
    const [, inAList, own] = items;
    expect(shownTo('Iris', own!)).toMatchObject({ nobodyElse: true });
    expect(shownTo('Iris', inAList!, own!)).toMatchObject({ nobodyElse: true });
    expect(shownTo('Iris', ...items)).toMatchObject({ nobodyElse: false });
    expect(shownTo('Iris')).toMatchObject({ nobodyElse: false });
  });

  it('has no part where nobody opened it', () => {
    expect(shownTo('Iris')).toMatchObject({ parts: [] });
  });
});
