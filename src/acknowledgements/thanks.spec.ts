import { describe, expect, it } from '@jest/globals';
import { standingThanks, stillStands, thanksTakenBack } from './thanks.js';

const version = (people: string[], team = 'north') => ({
  team,
  people: people.map((person) => ({ person, name: null, agency: null })),
});

describe('A word of thanks, when the acknowledgement is corrected', () => {
  it('of somebody who was named by mistake does not stand', () => {
    expect(stillStands('walter', version(['walter', 'alma']), version(['wendy', 'alma']))).toBe(false);
    expect(stillStands('alma', version(['walter', 'alma']), version(['wendy', 'alma']))).toBe(true);
  });

  it('is read with the version under which it stands', () => {
    const by = (person: string) => ({ actor: { person } });
    const events = [
      { type: 'PracticeAcknowledged', data: { acknowledged: version(['walter']) }, metadata: by('iris') },
      { type: 'AcknowledgementThanked', data: { text: 'Thank you.' }, metadata: by('walter') },
      { type: 'AcknowledgementThanked', data: { text: 'From all of us.' }, metadata: by('tom') },
      { type: 'AcknowledgementCorrected', data: { acknowledged: version(['wendy']) }, metadata: by('iris') },
      { type: 'AcknowledgementThanked', data: { text: 'It was a pleasure.' }, metadata: by('wendy') },
    ];
    const texts = standingThanks(events as never).map(({ text }) => text);
    expect(texts).toEqual(['From all of us.', 'It was a pleasure.']);
  });

  it('that was taken back by whoever sent it stands no more, stays readable with the reason, and may be sent again', () => {
    const by = (person: string) => ({ actor: { person } });
    const events = [
      { type: 'PracticeAcknowledged', data: { acknowledged: version(['walter', 'wendy']) }, metadata: by('iris') },
      { type: 'AcknowledgementThanked', data: { text: 'Thank you.' }, metadata: by('walter') },
      { type: 'AcknowledgementThanked', data: { text: 'A pleasure.' }, metadata: by('wendy') },
      { type: 'AcknowledgementThanksTakenBack', data: { reason: 'The wrong one.' }, metadata: by('walter') },
      { type: 'AcknowledgementThanked', data: { text: 'Thank you after all.' }, metadata: by('walter') },
    ];
    const texts = standingThanks(events as never).map(({ text }) => text);
    expect(texts).toEqual(['A pleasure.', 'Thank you after all.']);
    expect(thanksTakenBack(events as never)).toEqual([{ text: 'Thank you.', because: 'The wrong one.' }]);
  });

  it('of the manager whose team it is about no more falls when it is moved to another child', () => {
    const by = (person: string) => ({ actor: { person } });
    const events = [
      { type: 'PracticeAcknowledged', data: { acknowledged: version(['walter']) }, metadata: by('iris') },
      { type: 'AcknowledgementThanked', data: { text: 'Thank you.' }, metadata: by('walter') },
      { type: 'AcknowledgementThanked', data: { text: 'From all of us.' }, metadata: by('tom') },
      { type: 'AcknowledgementMovedToChild', data: { to: { children: ['C3'], team: 'south' } }, metadata: by('mona') },
      { type: 'AcknowledgementThanked', data: { text: 'So glad.' }, metadata: by('tess') },
      { type: 'AcknowledgementCorrected', data: { acknowledged: version(['walter'], 'south') }, metadata: by('mona') },
    ];
    expect(standingThanks(events as never).map(({ text }) => text)).toEqual(['Thank you.', 'So glad.']);
  });

  it('of the manager stands while it is their team', () => {
    expect(stillStands('tom', version(['walter']), version(['wendy']))).toBe(true);
    expect(stillStands('tom', version(['walter']), version(['walter'], 'south'))).toBe(false);
  });
});
