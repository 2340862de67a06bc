import { describe, expect, it } from '@jest/globals';
import { NONE_SET } from '../../disputes/time/due.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { PLAIN_WORDS } from '../../protocol/plain-words.js';
import { dueShown, itemShown } from './present-my-work.js';
import type { WorkItem } from './work.js';

describe('the day of a row of work', () => {
  it('is when it is due and what is left, or how late it is', () => {
    const due = { dueOn: '2023-10-06', dueAt: '2023-10-06T22:59:59.999Z', late: false, certain: true };
    expect(dueShown({ ...due, daysLeft: 2, daysLate: null }, null, 'you')).toEqual({
      ...{ day: '6 Oct 2023', more: '2 working days left', isLate: false },
    });
    expect(dueShown({ ...due, late: true, daysLeft: null, daysLate: 1 }, null, 'you')).toEqual({
      ...{ day: '6 Oct 2023', more: '1 working day late', isLate: true },
    });
  });

  it('is since when somebody has it where it has no date, and it is never late', () => {
    const waiting = { since: '2026-11-23', workingDays: 4, certain: true, isLong: false };
    expect(dueShown(NONE_SET, waiting, 'you')).toEqual({
      ...{ day: 'With you since 23 Nov 2026', more: '4 working days', isLate: false },
    });
    expect(dueShown(NONE_SET, { ...waiting, isLong: true }, 'the IRO')).toMatchObject({
      ...{ day: 'With the IRO since 23 Nov 2026', isLate: false },
    });
    // Since this morning, or since a Saturday.
    expect(dueShown(NONE_SET, { ...waiting, workingDays: 0 }, 'you')).toMatchObject({
      more: 'less than a working day',
    });
    expect(dueShown(NONE_SET, null, 'you')).toEqual({ day: 'No date', more: '', isLate: false });
  });
});

describe('a row of work', () => {
  it('is not said to be theirs to send up, to those who may not', () => {
    const item: WorkItem = {
      ...{ what: 'chase', reference: 'DRP-7K4M-2QXH', theme: null, ladder: null, stage: 1, stageName: null },
      ...{ children: [], team: null, takenOn: true, actionId: null, raisedOn: null },
      ...{ due: NONE_SET, waiting: null, actingFor: null },
    };
    const said = {
      words: { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind },
      theme: (code: string) => code,
    };
    const wordsFor = (mayEscalate: boolean): string =>
      itemShown(item, { codeOf: {}, mayHandOver: false, mayEscalate }, said).words;
    expect([wordsFor(true), wordsFor(false)]).toEqual([
      'No answer came: chase, or escalate',
      'No answer came: chase it',
    ]);
  });

  it('is said in the words of a council that has its own', () => {
    const own = { ...PLAIN_WORDS, stage: 'step', stages: 'steps', meeting: 'panel', meetings: 'panels' };
    const words = { ...own, said: (text: string) => inCouncilWords(text, own), post: (kind: string) => kind };
    const item: WorkItem = {
      ...{ what: 'set-meeting-date', reference: 'DRP-7K4M-2QXH', theme: null, ladder: null, stage: 2, stageName: null },
      ...{ children: [], team: null, takenOn: false, actionId: null, raisedOn: null },
      ...{ due: NONE_SET, waiting: null, actingFor: null },
    };
    const shown = itemShown(item, { codeOf: {}, mayHandOver: false }, { words, theme: (code) => code });
    expect(shown).toMatchObject({ words: 'Set the day of the panel that times this step', stage: 'Step 2' });
  });

  it('names the meeting and its day in place of its code, in each of the tasks of a meeting', () => {
    const meeting = { reference: 'CM-7Q2K-90HV', name: 'Challenge meeting', raisedOn: '2026-11-09' };
    const rest: Omit<WorkItem, 'what' | 'reference' | 'name' | 'raisedOn'> = {
      ...{ theme: null, ladder: null, stage: null, stageName: null, children: [], team: null, takenOn: true },
      ...{ actionId: null, due: NONE_SET, waiting: null, actingFor: null },
    };
    const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
    const of = (what: WorkItem['what'], due = NONE_SET) =>
      itemShown(
        { ...rest, ...meeting, what, due },
        { codeOf: {}, mayHandOver: false },
        { words, theme: (code) => code },
      );
    expect(of('hold-meeting')).toMatchObject({
      ...{ shownAs: 'Challenge meeting, 9 November 2026', href: '/challenge/meetings/CM-7Q2K-90HV' },
    });
    expect(of('check-meeting-action').shownAs).toBe('Challenge meeting, 9 November 2026');
  });

  it('says of a proposal who gets what in place of its code', () => {
    const item: WorkItem = {
      ...{ what: 'agree-to-role', reference: 'PRP-7K4M-2QXH', theme: null, ladder: null, stage: null, stageName: null },
      ...{ children: [], team: null, takenOn: true, actionId: null, raisedOn: '2026-11-30', waiting: null },
      ...{
        name: 'F. Eames takes the post “Team manager” from the day of the agreement',
        due: NONE_SET,
        actingFor: null,
      },
    };
    const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
    expect(itemShown(item, { codeOf: {}, mayHandOver: false }, { words, theme: (code) => code })).toMatchObject({
      shownAs: 'F. Eames takes the post “Team manager” from the day of the agreement',
      href: '/roles/proposals/PRP-7K4M-2QXH',
    });
  });

  it('of a case on an agenda names the day of the meeting, and leads to the IRO’s own view', () => {
    const item: WorkItem = {
      ...{ what: 'agenda', reference: 'DRP-7K4M-2QXH', theme: null, ladder: null, stage: null, stageName: null },
      ...{ children: [], team: null, takenOn: true, actionId: null, raisedOn: '2026-10-01', waiting: null },
      ...{ due: { ...NONE_SET, dueOn: '2027-01-13' }, actingFor: null },
    };
    const words = { ...PLAIN_WORDS, said: (text: string) => text, post: (kind: string) => kind };
    expect(itemShown(item, { codeOf: {}, mayHandOver: false }, { words, theme: (code) => code })).toMatchObject({
      words: 'Be ready for the meeting of 13 Jan 2027: record your own view',
      href: '/disputes/DRP-7K4M-2QXH/record-iro-view',
    });
  });
});
