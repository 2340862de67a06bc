import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { Postbox } from './postbox.js';

/*
 * A protocol names for copies, judgements and steps up posts of every kind, also such as read no case. Whoever is told of a dispute can open
 * what the notice leads to. From Monday 3 April 2023.
 */

const COPIED = 'copy-to: [social-worker, conference-chair, business-support, chief-executive, agency-decision-maker]';

describe('Whoever is told of a dispute', () => {
  const postbox = new Postbox();
  let council: Council;
  beforeAll(async () => {
    council = await Council.begin('house', {
      adapted: (protocol) => protocol.replace('copy-to: social-worker', COPIED),
      notices: postbox,
    });
  });
  afterAll(() => council.end());

  const opens = async (person: string, reference: string): Promise<number> =>
    (
      await council.get(
        person.replace(/^./, (first) => first.toUpperCase()),
        `/disputes/${reference}`,
      )
    ).status;

  it('may read it by their post, whatever the protocol names', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    const acts: [person: string, act: string, body: object][] = [
      ['Tom', 'ask-for-extension', { askedFor: '2023-04-14', reason: 'The panel is then.' }],
      ['Iris', 'refuse-extension', { reason: 'It cannot wait.' }],
      ['Tom', 'answer', anAnswer({ agreement: 'disagree', actions: [] })],
      ['Iris', 'judge', { verdict: 'not', reason: 'Nothing is agreed.' }],
      ['Iris', 'escalate', { reason: 'It cannot wait.' }],
      ['Iris', 'withdraw', { reason: 'It was put right.' }],
    ];
    const cannot: string[] = [];
    const look = async (): Promise<void> => {
      const told = postbox.sent.splice(0);
      expect(told.length).toBeGreaterThan(0);
      for (const { person, subject } of told)
        if ((await opens(person, reference)) !== 200) cannot.push(`${person}: ${subject}`);
    };
    await look();
    for (const [person, act, body] of acts) {
      await council.done(person, `/disputes/${reference}/${act}`, body);
      await look();
    }
    expect(cannot).toEqual([]);
  });
});
