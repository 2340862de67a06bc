import { describe, expect, it } from '@jest/globals';
import type { Post } from '../directory/directory.js';
import { Problem } from '../platform/http/problem.js';
import type { PostKind } from '../protocol/protocol.js';
import { notYours, postThatMay, requirePost } from './access.js';
import type { Relation } from './access-table.js';
import { actorFrom, type Asker, ownerOf } from './asker.js';

const post = (kind: PostKind, team: string | null = null): Post => ({
  postId: `${kind}-post`,
  kind,
  title: kind,
  team,
  service: null,
});
const asker = (...kinds: PostKind[]): Asker => ({
  person: 'p1',
  name: 'P. One',
  posts: kinds.map((kind) => post(kind)),
});
const related =
  (...relations: Relation[]) =>
  () =>
    relations;

describe('access by the table', () => {
  it('denies everybody who holds no post', () => {
    expect(postThatMay(asker(), 'directory.read')).toBeUndefined();
  });

  it('denies a kind of post that has no place in the row', () => {
    expect(postThatMay(asker('inspector'), 'dispute.answer', related('any', 'addressee'))).toBeUndefined();
  });

  it('allows in the relation that the row names, and in no other', () => {
    expect(postThatMay(asker('team-manager'), 'dispute.answer', related('addressee'))?.kind).toBe('team-manager');
    expect(postThatMay(asker('team-manager'), 'dispute.answer', related('own-team'))).toBeUndefined();
  });

  it('takes the first post that may, of several', () => {
    expect(postThatMay(asker('social-worker', 'iro'), 'dispute.judge', related('own-child'))?.kind).toBe('iro');
  });

  it('says “not yours” to those who may see it, and “not found” to those who may not', () => {
    const attempt = (...relations: Relation[]) => {
      try {
        requirePost(asker('team-manager'), 'dispute.record-iro-view', related(...relations), ['dispute.read']);
      } catch (error) {
        return (error as Problem).status;
      }
      return 200;
    };
    expect(attempt('own-team')).toBe(403);
    expect(attempt()).toBe(404);
  });

  it('says “not found” to those who may not see it, whatever else the table would let them do', () => {
    const attempt = () =>
      requirePost(asker('assistant-director'), 'dispute.judge', related('own-team'), ['dispute.read']);
    expect(attempt).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('says posts together of which one thing is asked, and what the rules after the table leave of them', () => {
    expect(notYours('dispute.acknowledge-receipt').detail).toBe(
      'This is not yours to do. It belongs to: those to whom it is addressed (open it to see who).',
    );
    expect(notYours('dispute.acknowledge-receipt', 'the team manager of Locality North').detail).toBe(
      'This is not yours to do. It belongs to: those to whom it is addressed (the team manager of Locality North).',
    );
    const { detail } = notYours('dispute.judge');
    expect(detail).toContain('managers of its team');
    expect(detail).toContain('those whom the council’s protocol names');
    expect(detail).not.toContain('chief executive');
    expect(notYours('dispute.refer-to-cafcass').detail).toContain(
      'A conference chair has no route to Cafcass: an IRO refers, and an IRO manager sees to it that a looked-after child has one.',
    );
  });

  it('says whose it is in words for posts', () => {
    expect(notYours('dispute.record-iro-view').detail).toBe(
      'This is not yours to do. It belongs to: the IRO of the child; the conference chair of the child.',
    );
  });
});

describe('the person and post under which an act is recorded', () => {
  it('is always the person who did it, with whom they acted for beside it', () => {
    const covering: Asker = { ...asker('iro'), actingFor: 'p2' };
    expect(actorFrom(covering, post('iro'))).toEqual({ person: 'p1', post: 'iro-post', role: 'iro', actingFor: 'p2' });
    expect(ownerOf(covering)).toBe('p2');
    expect(ownerOf(asker('iro'))).toBe('p1');
  });

  it('names the team of the post where it has one', () => {
    expect(actorFrom(asker('team-manager'), post('team-manager', 'north'))).toMatchObject({ team: 'north' });
  });
});
