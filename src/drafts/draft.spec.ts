import { describe, expect, it } from '@jest/globals';
import {
  type Draft,
  emptied,
  endsSoon,
  hiddenFrom,
  isThere,
  keptApart,
  keptUntil,
  passedOn,
  type Save,
  saved,
  shownTo,
} from './draft.js';

const NOON = '2023-04-03T12:00:00.000Z';
const LATER = '2023-04-03T12:05:00.000Z';
const save: Save = {
  ...{ id: 'draft-1', writer: 'tom', read: 0, command: 'command-1', sealed: 'first' },
  form: { act: 'dispute.answer', address: '/disputes/DRP-7K4M-2QXH/answer', actingFor: null },
};
const draft = saved(undefined, save, NOON);

describe('a draft', () => {
  it('begins with its first save and counts each one', () => {
    expect(draft).toMatchObject({ revision: 1, writer: 'tom', begunAt: NOON, savedAt: NOON, sealed: 'first' });
    const again = saved(draft, { ...save, read: 1, sealed: 'second' }, LATER);
    expect(again).toMatchObject({ revision: 2, begunAt: NOON, savedAt: LATER, sealed: 'second', command: 'command-1' });
  });

  it('is not overwritten by a window that has read an older one', () => {
    const newer = saved(draft, { ...save, read: 1, sealed: 'second' }, LATER);
    expect(() => saved(newer, { ...save, read: 1, sealed: 'older' }, LATER)).toThrow(
      expect.objectContaining({ kind: 'stale', code: 'draft-saved-elsewhere', details: { read: 1, actual: 2 } }),
    );
    expect(() => saved(draft, { ...save, sealed: 'as if it were new' }, LATER)).toThrow(
      expect.objectContaining({ code: 'draft-saved-elsewhere' }),
    );
  });

  it('has one writer, and is hidden from everybody else', () => {
    const notThere = expect.objectContaining({ kind: 'not-found' });
    expect(() => saved(draft, { ...save, writer: 'tess', read: 1 }, LATER)).toThrow(notThere);
    expect(() => shownTo(draft, 'tess', 'sven')).toThrow(notThere);
    expect(() => passedOn(draft, 'tess', 'tess')).toThrow(notThere);
    expect(() => emptied(draft, 'tess')).toThrow(notThere);
  });

  it('is shown to those whom its writer names, and hidden from them again', () => {
    const shown = shownTo(shownTo(draft, 'tom', 'mona'), 'tom', 'mona');
    expect(shown).toMatchObject({ readers: ['mona'], revision: 2, sealed: 'first' });
    expect(hiddenFrom(shown, 'tom', 'mona').readers).toEqual([]);
    expect(() => shownTo(draft, 'tom', 'tom')).toThrow(expect.objectContaining({ code: 'reader-is-writer' }));
  });

  it('that is passed on has another writer, and what was typed for somebody is then their own', () => {
    const forIris = { ...draft, writer: 'bea', form: { ...draft.form, actingFor: 'iris' }, readers: ['iris', 'mona'] };
    const given = passedOn(forIris, 'bea', 'iris');
    expect(given).toMatchObject({ writer: 'iris', passedOnBy: 'bea', readers: ['mona'], form: { actingFor: null } });
    expect(() => saved(given, { ...save, writer: 'bea', read: given.revision }, LATER)).toThrow(
      expect.objectContaining({ kind: 'not-found' }),
    );
    expect(passedOn(forIris, 'bea', 'ivan').form.actingFor).toBe('iris');
  });

  it('that was sent or thrown away keeps no text and takes none', () => {
    const gone = emptied({ ...draft, readers: ['mona'] }, 'tom');
    expect(gone).toMatchObject({ sealed: null, readers: [], revision: 2 });
    expect(isThere(gone, NOON)).toBe(false);
    expect(() => saved(gone, { ...save, read: 2 }, LATER)).toThrow(expect.objectContaining({ code: 'draft-gone' }));
  });

  it('is kept for 30 days after it was last saved, and warns from 7 days before the end', () => {
    expect(keptUntil(draft)).toBe('2023-05-03');
    expect(isThere(draft, '2023-05-03T22:59:59.000Z')).toBe(true);
    expect(isThere(draft, '2023-05-03T23:00:00.000Z')).toBe(false);
    expect(endsSoon(draft, '2023-04-25T22:59:59.000Z')).toBe(false);
    expect(endsSoon(draft, '2023-04-25T23:00:00.000Z')).toBe(true);
  });

  it('kept apart from another is one of its own that still opens', () => {
    const apart: Draft = keptApart({ ...draft, revision: 5, readers: ['mona'] }, 'draft-2');
    expect(apart).toMatchObject({ id: 'draft-2', origin: 'draft-1', revision: 1, readers: [], sealed: 'first' });
  });
});
