import { describe, expect, it } from '@jest/globals';
import { placesOf } from './places.js';
import { type BuiltInPost, POST_KINDS } from './protocol/protocol.js';

const hrefs = (kind: BuiltInPost, isOpen: boolean): string[] => placesOf([{ kind }], isOpen).map(({ href }) => href);

describe('The places of the navigation', () => {
  it('begin with the home of a post', () => {
    expect(hrefs('iro', true)[0]).toBe('/my-work');
    expect(hrefs('director', true)[0]).toBe('/board');
    expect(hrefs('administrator', true)[0]).toBe('/council');
  });

  it('stand on one line: those that a post opens less often stand behind “More”', () => {
    const textsOf = (kind: BuiltInPost, isAside: boolean): string[] =>
      placesOf([{ kind }], true)
        .filter((place) => (place.isAside ?? false) === isAside)
        .map(({ text }) => text);
    expect(textsOf('iro', false)).toEqual(['My work', 'Children', '{disputes}', '{acknowledgements}', 'Themes']);
    expect(textsOf('iro', true)).toEqual(['Checks', 'Recommendations', 'Covers', 'Search']);
    expect(textsOf('team-manager', false)).toEqual([
      ...['My work', 'My team', 'Board', '{disputes}', '{acknowledgements}', 'Themes'],
    ]);
    expect(textsOf('information-governance', false)).toEqual([
      'Who opened what',
      'Emergency access',
      'My work',
      'Published reports',
    ]);
    for (const kind of POST_KINDS) expect([kind, textsOf(kind, false).length <= 8]).toEqual([kind, true]);
  });

  it('stand in sight for whoever has another post for which they do', () => {
    const aside = placesOf([{ kind: 'iro-manager' }, { kind: 'iro' }], true).filter(({ isAside }) => isAside);
    expect(aside.map(({ text }) => text)).not.toContain('Children');
    expect(aside.map(({ text }) => text)).toContain('Covers');
  });

  it('are those of setting up until the council is open', () => {
    expect(hrefs('iro-manager', false)).toEqual(['/council', '/covers', '/roles/proposals']);
    expect(hrefs('administrator', false)[0]).toBe('/council');
    expect(hrefs('director', false)).not.toContain('/board');
  });
});
