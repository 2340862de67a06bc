import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { EXAMPLES_OF_ACTS } from '../../../test/support/examples-of-acts.js';
import type { Words } from '../../protocol/protocol.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { namingActions, sentenceOf } from './history-sentence.js';

const WORDS: Words = {
  dispute: 'alert',
  disputes: 'alerts',
  informal: 'informal alert',
  formal: 'alert of concern',
  acknowledgement: 'thanks',
  acknowledgements: 'thanks',
  stage: 'step',
  stages: 'steps',
  meeting: 'panel',
  meetings: 'panels',
  prefix: 'QAA',
};
const SAYS: CouncilSays = {
  words: WORDS,
  kept: [],
  themes: [{ code: 'PLAN', label: 'The plan' }],
  posts: [],
  ladders: [],
  levels: [],
};
const NAMES = {
  person: (id: string) => ({ id, name: `the person ${id}` }),
  team: (id: string) => ({ id, name: `the team ${id}` }),
  child: (id: string) => ({ id, initials: 'A.B.' }),
};
const EVENTS = [...EXAMPLES_OF_ACTS.values()].flatMap(({ events }) => Object.entries(events));

const said = (what: string, data?: object, allAnswer = false): string =>
  sentenceOf(
    {
      revision: 0,
      what,
      occurredAt: '2022-04-14T09:00:00.000Z',
      recordedAt: '2022-04-14T09:00:00.000Z',
      takenBackBy: null,
      by: { person: { id: 'iris', name: 'Iris' }, role: 'iro', actingFor: null },
      ...(data && { data }),
    },
    SAYS,
    NAMES,
    allAnswer,
  );

/** Every text that stands anywhere in some data. */
const textsIn = (data: unknown): string[] =>
  typeof data === 'string' ? [data] : data && typeof data === 'object' ? Object.values(data).flatMap(textsIn) : [];

describe('A sentence of the history', () => {
  it.each(EVENTS)(
    'tells %s whole, to a reader who sees what was recorded and to one who sees nothing of it',
    (what, data) => {
      for (const sentence of [said(what, data), said(what), said(what, {})]) {
        expect(sentence).toMatch(/^[A-Z][^\n]*\.$/);
        expect(sentence).not.toMatch(/undefined|null|\[object| {2}| \.|,\./);
        expect(sentence).not.toMatch(
          /\b(?:disputes?|(?:in)?formal|stages?|meetings?|acknowledgements?)\b(?! alert)|\bDRP-/,
        );
      }
    },
  );

  it.each(EVENTS)('of %s has nothing in it that its reader may not see', (what, data) => {
    const planted = JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
      typeof value === 'string' ? `quokka ${value}` : value,
    ) as object;
    expect(textsIn(planted).every((text) => text.startsWith('quokka'))).toBe(true);
    expect(said(what)).not.toContain('quokka');
    expect(said(what)).toBe(said(what, {}));
  });

  it('uses what the council calls things', () => {
    expect(said('InformalDisputeRaised', { addressee: { posts: ['team-manager', 'service-manager'] } })).toBe(
      'Iris (the IRO) raised an informal alert, addressed to the team manager or the service manager.',
    );
    expect(said('DisputeEscalated', { to: { number: 2, name: 'Director' } })).toBe(
      'Iris (the IRO) took the alert up to step 2, Director.',
    );
    expect(said('DisputeResolved', { outcome: 'RES-PART' })).toBe('Iris (the IRO) resolved the alert in part.');
  });

  it('says “and” only where each of those whom it is addressed to must answer', () => {
    const asked = { addressee: { posts: ['team-manager', 'service-manager'] } };
    expect(said('FormalDisputeRaised', asked, true)).toContain('addressed to the team manager and the service manager');
  });

  it('names a theme by the label that the council gives it', () => {
    expect(said('ThemeCorrected', { from: 'DD', to: 'PLAN' })).toBe(
      'Iris (the IRO) changed the theme from Drift and delay to The plan.',
    );
  });

  it('shows the reference of another record with the council’s letters', () => {
    expect(said('DisputeLinked', { link: { kind: 'same-matter', to: 'DRP-CQGG-BXZC' } })).toContain('QAA-CQGG-BXZC');
  });

  it('says who stood in for whom, and that the program did something by itself', () => {
    const entry = { revision: 0, what: 'NoteAdded', occurredAt: Controls.now, recordedAt: '', takenBackBy: null };
    const iris = { id: 'iris', name: 'Iris' };
    const covering = { person: { id: 'ivan', name: 'Ivan' }, role: 'iro', actingFor: iris };
    expect(sentenceOf({ ...entry, by: covering }, SAYS, NAMES)).toBe('Ivan (the IRO, for Iris) added a note.');
    const program = { person: { id: 'clock', name: null }, role: null, actingFor: null };
    expect(sentenceOf({ ...entry, by: program }, SAYS, NAMES)).toBe('Footprint added a note.');
  });

  it('says of what was taken back that it was', () => {
    const by = { person: { id: 'iris', name: 'Iris' }, role: 'iro', actingFor: null };
    const entry = { revision: 3, what: 'NoteAdded', occurredAt: Controls.now, recordedAt: '', takenBackBy: 5, by };
    expect(sentenceOf(entry, SAYS, NAMES)).toBe('Iris (the IRO) added a note. It was taken back later, as a mistake.');
  });

  it('says an agreed action by its words, where its reader may read them', () => {
    const by = { person: { id: 'tom', name: 'Tom' }, role: 'team-manager', actingFor: null };
    const entry = { revision: 3, occurredAt: Controls.now, recordedAt: '', takenBackBy: null, by };
    const agreed = (action: object) => ({
      ...entry,
      what: 'ActionAgreed',
      sentence: 'An action was agreed.',
      data: { action },
    });
    const done = {
      ...{ ...entry, what: 'ActionDone', sentence: 'Tom recorded that action A1 was done on 3 April 2023.' },
      data: { actionId: 'A1' },
    };
    const saidOf = (action: object): string => namingActions([agreed(action), done])[1]!.sentence;
    expect(saidOf({ actionId: 'A1', what: 'Hold a meeting.' })).toBe(
      'Tom recorded that the action “Hold a meeting” was done on 3 April 2023.',
    );
    expect(saidOf({ actionId: 'A1' })).toBe(done.sentence);
    expect(saidOf({ actionId: 'A2', what: 'Write to her.' })).toBe(done.sentence);
  });

  it('passes over what a newer program has written', () => {
    expect(said('SomethingNew', { text: 'x' })).toBe('Something was recorded that this version does not know.');
  });
});
