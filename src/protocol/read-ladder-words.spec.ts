import { describe, expect, it } from '@jest/globals';
import { readProtocol } from './read-protocol.js';

const wordsOn = (own: string, whole = '{ dispute: alert, informal: early alert, formal: challenge }') =>
  readProtocol(
    `id: small\ntitle: Small\nwords: ${whole}\nstages: [{ name: A, addressees: director, clock: none }]\n` +
      `ladders:\n  - code: drift\n    name: Drift\n    for: { themes: DD }\n    words: ${own}\n` +
      `    stages: [{ name: B, addressees: director, clock: none }]\n`,
    'rules.yaml',
  ).protocol.ladders![0]!.words;

describe('The words of a ladder', () => {
  it('follows its word for one dispute, where the whole protocol makes the others of that', () => {
    expect(wordsOn('{ dispute: query }')).toEqual({ dispute: 'query', disputes: 'queries', informal: 'early query' });
    expect(wordsOn('{ dispute: flag }', '{ dispute: alert, formal: alert }')).toEqual({
      ...{ dispute: 'flag', disputes: 'flags', informal: 'informal flag', formal: 'flag' },
    });
  });

  it('is as the ladder says it, where it does', () => {
    expect(wordsOn('{ dispute: flag, disputes: flags of it, informal: word, stage: rung }')).toEqual({
      ...{ dispute: 'flag', disputes: 'flags of it', informal: 'word', stage: 'rung', stages: 'rungs' },
    });
    expect(wordsOn('{ formal: full flag }')).toEqual({ formal: 'full flag' });
  });
});
