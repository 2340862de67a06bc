import { describe, expect, it } from '@jest/globals';
import { NOTICE_KINDS, type NoticeKind } from './kinds.js';
import { asks, NEEDS, needOf, saysWhatIsOver } from './needs.js';

const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];

describe('What a notice says', () => {
  it('is asked about when it goes, of every kind there is; the compiler refuses one without its need', () => {
    expect(Object.keys(NEEDS).sort()).toEqual([...KINDS].sort());
  });

  it('goes whatever came after only where it is said why', () => {
    for (const kind of KINDS.filter((each) => needOf(each) === null))
      expect((NEEDS[kind] as { allTheSame: string }).allTheSame).toMatch(/^[A-Z].*\.$/);
  });

  it('asks for something, or that something is over, and never both', () => {
    for (const kind of KINDS.filter(saysWhatIsOver)) {
      const need = needOf(kind);
      expect([kind, need !== null && !asks(need)]).toEqual([kind, true]);
    }
  });
});
