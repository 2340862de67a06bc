import { describe, expect, it } from '@jest/globals';
import { placesOf } from './places.js';
import type { BuiltInPost } from './protocol/protocol.js';

const hrefs = (kind: BuiltInPost, isOpen: boolean): string[] => placesOf([{ kind }], isOpen).map(({ href }) => href);

describe('The places of the navigation', () => {
  it('begin with the home of a post', () => {
    expect(hrefs('iro', true)[0]).toBe('/my-work');
    expect(hrefs('director', true)[0]).toBe('/board');
    expect(hrefs('administrator', true)[0]).toBe('/council');
  });

  it('are those of setting up until the council is open', () => {
    expect(hrefs('iro-manager', false)).toEqual(['/council', '/covers', '/roles/proposals']);
    expect(hrefs('administrator', false)[0]).toBe('/council');
    expect(hrefs('director', false)).not.toContain('/board');
  });
});
