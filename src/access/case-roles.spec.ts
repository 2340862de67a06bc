import { describe, expect, it } from '@jest/globals';
import { POST_KINDS } from '../protocol/protocol.js';
import { PROGRAM_ROLES } from './access-table.js';
import { excludeEachOther, isCaseRole, postsThatCount } from './case-roles.js';

describe('a case role', () => {
  it('is every kind of post that reads what was written about a child, and no other', () => {
    // They count, are told of emergency access, and administer.
    const others = ['performance-analyst', 'information-governance', 'administrator'];
    expect(POST_KINDS.filter((kind) => !isCaseRole(kind))).toEqual(others);
    expect(isCaseRole('inspector')).toBe(true);
  });

  it('is never held together with the post of an administrator', () => {
    for (const kind of POST_KINDS) {
      expect(excludeEachOther(kind, 'administrator')).toBe(isCaseRole(kind));
      expect(excludeEachOther('administrator', kind)).toBe(isCaseRole(kind));
    }
    expect(excludeEachOther('iro', 'iro-manager')).toBe(false);
  });

  it('opens nothing to somebody who holds the post of an administrator all the same', () => {
    const posts = (['iro-manager', 'administrator', 'performance-analyst'] as const).map((kind) => ({ kind }));
    expect(postsThatCount(posts).map(({ kind }) => kind)).toEqual(['administrator', 'performance-analyst']);
    expect(postsThatCount(posts.slice(0, 1))).toHaveLength(1);
  });

  it('can be that of a program only as business support, which acts for nobody and reads outlines', () => {
    expect(PROGRAM_ROLES.filter(isCaseRole)).toEqual(['business-support']);
  });
});
