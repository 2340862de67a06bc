import { describe, expect, it } from '@jest/globals';
import { countedInWords, sinceLooked, type Told } from './since-looked.js';

const FROM = '2026-11-15T00:00:00.000Z';
const told = (kind: string, about: string | null, day = '25'): Told => ({
  ...{ kind, about, writtenAt: `2026-11-${day}T09:00:00.000Z` },
});
const looked = (about: string, day: string): ReadonlyMap<string, string> =>
  new Map([[about, `2026-11-${day}T10:00:00.000Z`]]);
const said = (news: readonly Told[], lookedAt: ReadonlyMap<string, string> = new Map()): string[] =>
  sinceLooked(news, lookedAt, FROM).map(countedInWords);

describe('The acts of others since somebody last looked', () => {
  it('is counted by what it is, and names each record once', () => {
    const news = [
      ...[told('answered-judge-it', 'DRP-1'), told('answer-came', 'DRP-1'), told('action-done', 'DRP-2')],
      told('acknowledgement-thanked', 'PA-1'),
    ];
    expect(said(news)).toEqual(['2 answers', '1 action done', '1 acknowledgement thanked']);
    expect(sinceLooked(news, new Map(), FROM)[0]).toEqual({ what: 'answers', count: 2, references: ['DRP-1'] });
  });

  it('is no news any more once they have opened the record, and is again when something else happens in it', () => {
    const news = [told('answered-judge-it', 'DRP-1', '20'), told('note-added', 'DRP-1', '25')];
    expect(said(news, looked('DRP-1', '26'))).toEqual([]);
    expect(said(news, looked('DRP-1', '22'))).toEqual(['1 note']);
    expect(said(news, looked('DRP-2', '26'))).toEqual(['1 answer', '1 note']);
  });

  it('leaves out reminders, digests and what is long past', () => {
    expect(said([told('answer-overdue', 'DRP-1'), told('digest', null), told('answer-came', 'DRP-1', '14')])).toEqual(
      [],
    );
  });
});
