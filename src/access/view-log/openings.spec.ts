import { describe, expect, it } from '@jest/globals';
import type { PostKind } from '../../protocol/protocol.js';
import type { Permission } from '../access-table.js';
import type { Asker } from '../asker.js';
import { openedBy } from './openings.js';
import type { Opening } from './opens.js';

const asker = (...kinds: PostKind[]): Asker => ({
  person: 'somebody',
  name: 'Somebody',
  posts: kinds.map((kind) => ({ postId: kind, kind, title: kind, team: null, service: null })),
});
const LIST: readonly Permission[] = ['dispute.read', 'dispute.read-outline', 'dispute.read-figures'];
const rows = { items: [{ reference: 'DRP-7K4M-2QXH', children: [{ id: '1', initials: 'A.B.' }] }] };
const opened = (who: Asker, opening: Opening, body: unknown, params: Record<string, string> = {}, permits = LIST) =>
  openedBy(who, { opening, body, params, permits });

describe('The records that a reader has opened', () => {
  it('is the thing in the address of a page, whatever else the page names', () => {
    const page = { ...rows.items[0], links: [{ reference: 'DRP-CQGG-BXZC' }] };
    expect(opened(asker('iro'), { what: 'page' }, page, { reference: 'DRP-7K4M-2QXH' })).toEqual({
      what: 'page',
      references: ['DRP-7K4M-2QXH'],
      children: [],
    });
  });

  it('is everything that stands in a list, and nothing where none does', () => {
    expect(opened(asker('iro'), { what: 'list' }, rows)).toMatchObject({ references: ['DRP-7K4M-2QXH'] });
    expect(opened(asker('iro'), { what: 'list' }, { items: [] })).toBeNull();
  });

  it('is a child with what happened for it', () => {
    const history = { childId: '1', items: [{ reference: 'DRP-7K4M-2QXH', what: 'raised' }] };
    expect(opened(asker('iro'), { what: 'child' }, history, { id: '1' }, ['child.read'])).toEqual({
      what: 'child',
      references: ['DRP-7K4M-2QXH'],
      children: ['1'],
    });
  });

  it('is a child with what happened for it where its history is printed', () => {
    const copy = { child: { childId: '1' }, items: [{ reference: 'DRP-7K4M-2QXH', what: 'raised' }] };
    const printed = { what: 'copy', references: ['DRP-7K4M-2QXH'], children: ['1'] };
    expect(opened(asker('iro'), { what: 'copy' }, copy, { id: '1' }, ['child.read'])).toEqual(printed);
    const ofADispute = { ...printed, children: [] };
    expect(opened(asker('iro'), { what: 'copy' }, copy, { reference: 'DRP-7K4M-2QXH' })).toEqual(ofADispute);
  });

  it('is nothing for somebody who is shown neither words nor initials, unless they stand there all the same', () => {
    const figures = { items: [{ reference: 'DRP-7K4M-2QXH' }] };
    expect(opened(asker('performance-analyst'), { what: 'list' }, figures)).toBeNull();
    expect(opened(asker('performance-analyst'), { what: 'list' }, rows)).not.toBeNull();
    expect(opened(asker('performance-analyst', 'business-support'), { what: 'list' }, figures)).not.toBeNull();
  });

  it('is on record for an inspector whatever it is', () => {
    const nothing = { nothing: 'Posts of the council.' };
    const seen = { what: 'figures', references: [], children: [] };
    expect(opened(asker('inspector'), nothing, {}, {}, ['directory.read'])).toEqual(seen);
    expect(opened(asker('inspector'), { what: 'list' }, { items: [] })).toEqual(seen);
    expect(opened(asker('team-manager'), nothing, {}, {}, ['directory.read'])).toBeNull();
  });
});
