import { describe, expect, it } from '@jest/globals';
import {
  hasItInWords,
  isForAlone,
  judgedByInWords,
  type PostAsked,
  whoInWords,
  withoutNames,
  withThemselves,
} from './who-has-it.js';

const post = (kind: PostAsked['kind'], ...names: string[]): PostAsked => ({ kind, names, team: 'Through Care 2' });
const manager = post('team-manager', 'T. Ashdown');
const assistant = post('assistant-team-manager', 'R. Lane');
const until = (what: string, dueOn: string | null = null) => ({
  ...{ what, roles: [], team: null, alsoTeams: [], dueOn, dueAt: null },
});

describe('the sentence that says who has a dispute', () => {
  it('says who is to answer and by when', () => {
    const who = { byTeam: [[manager]], mustAll: false };
    expect(hasItInWords('Sent to', until('answer', '2023-10-06'), who)).toBe(
      'Sent to T. Ashdown, who is to answer by Friday 6 October 2023.',
    );
    expect(hasItInWords('Sent to', until('answer'), who)).toBe('Sent to T. Ashdown, who is to answer. No date is set.');
  });

  it('says that any of several may answer, or that each must', () => {
    const two = [manager, assistant];
    expect(hasItInWords('It is with', until('answer', '2023-10-06'), { byTeam: [two], mustAll: false })).toBe(
      'It is with T. Ashdown or R. Lane, who is to answer by Friday 6 October 2023.',
    );
    expect(hasItInWords('It is with', until('judgement'), { byTeam: [two], mustAll: true })).toBe(
      'It is with T. Ashdown and R. Lane, who say whether the answer is enough.',
    );
    expect(whoInWords({ byTeam: [[manager], [assistant]], mustAll: false })).toBe(
      'T. Ashdown, team manager, Through Care 2; and R. Lane, assistant team manager, Through Care 2',
    );
  });

  it('says who is named to answer, without a post', () => {
    const who = { byTeam: [[{ kind: null, names: ['S. Vale'], team: null }]], mustAll: false };
    expect(whoInWords(who)).toBe('S. Vale');
    expect(hasItInWords('Sent to', until('answer', '2023-10-06'), who)).toBe(
      'Sent to S. Vale, who is to answer by Friday 6 October 2023.',
    );
  });

  it('says that what waits for a decision has not gone up', () => {
    const who = { byTeam: [[manager]], mustAll: false };
    expect(hasItInWords('It is with', until('decision'), who)).toBe(
      'It has not gone up. It is with T. Ashdown, who decides where it goes from here.',
    );
  });

  it('says that nobody holds the post, and nothing where it waits for nobody', () => {
    expect(hasItInWords('Sent to', until('answer'), { byTeam: [[post('team-manager')]], mustAll: false })).toBe(
      'Nobody holds this post, team manager, Through Care 2. Nobody can act on it until somebody does.',
    );
    expect(hasItInWords('Sent to', null, { byTeam: [], mustAll: false })).toBe(null);
  });

  it('names nobody, and no missing holder, to a reader who is shown no people', () => {
    const who = withoutNames({ byTeam: [[manager], [post('team-manager')]], mustAll: false });
    expect(whoInWords(who)).toBe('team manager, Through Care 2; and team manager, Through Care 2');
    const named = withoutNames({ byTeam: [[{ kind: null, names: ['S. Vale'], team: null }]], mustAll: false });
    expect(whoInWords(named)).toBe('the person named to answer');
  });

  it('names nobody who may not read what is restricted', () => {
    const kept = { ...post('team-manager'), isKeptFromHolder: true };
    expect(whoInWords({ byTeam: [[kept]], mustAll: false })).toBe(
      'Nobody who may read it holds this post, team manager, Through Care 2',
    );
  });

  it('says of an answer that is to be judged in which post, and calls no conference chair an IRO', () => {
    expect(judgedByInWords(['conference-chair'])).toBe('Waiting for conference chair');
    expect(judgedByInWords(['iro', 'iro-manager', 'iro'])).toBe('Waiting for IRO and IRO manager');
    expect(judgedByInWords([])).toBe('Waiting for IRO');
  });

  it('says to the person who sent it that it is theirs now, where it is nobody else’s', () => {
    const theirs = {
      byTeam: [[{ ...post('conference-chair', 'R. Blythe'), isTheHolder: true as const }]],
      mustAll: true,
    };
    expect(isForAlone('iris', { id: 'iris' }, theirs)).toBe(true);
    expect(isForAlone('tom', { id: 'iris' }, theirs)).toBe(false);
    expect(isForAlone('iris', { id: 'iris' }, { byTeam: [[manager]], mustAll: false })).toBe(false);
    expect(isForAlone('iris', { id: 'iris' }, { byTeam: [], mustAll: false })).toBe(false);
    expect(withThemselves('closing')).toBe('It is with you: resolve it, with what changed for the child.');
    expect(withThemselves('decision')).toBe('It has not gone up. It is with you: decide where it goes from here.');
  });
});
