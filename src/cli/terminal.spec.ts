import { describe, expect, it } from '@jest/globals';
import { PLAIN_WORDS } from '../protocol/plain-words.js';
import { SAYS_NOTHING } from '../protocol/words-now.js';
import { inWordsOfTheCouncil, type Terminal } from './terminal.js';

const SAYS = {
  ...SAYS_NOTHING,
  words: { ...PLAIN_WORDS, dispute: 'alert', disputes: 'alerts', formal: 'challenge', stage: 'tier', prefix: 'QAA' },
  kept: ['Dispute meeting'],
};

const printedBy = (act: (terminal: Terminal) => void): string[] => {
  const lines: string[] = [];
  const print = (text: string): void => void lines.push(text);
  act(inWordsOfTheCouncil({ environment: {}, print, say: print, exactly: print }));
  return lines;
};
const printed = (text: string, kept: readonly string[] = []): string =>
  printedBy((terminal) => {
    terminal.speak?.(SAYS);
    terminal.keep?.(kept);
    terminal.print(text);
  }).join('');

describe('The output of the terminal', () => {
  it('is said in the words of the program until those of the council are known', () => {
    const lines = printedBy((terminal) => {
      terminal.print('1 dispute');
      terminal.speak?.(SAYS);
      terminal.print('1 dispute');
      terminal.say('at stage 2');
      terminal.exactly?.('{ "dispute": 1 } dispute');
    });
    expect(lines).toEqual(['1 dispute', '1 alert', 'at tier 2', '{ "dispute": 1 } dispute']);
  });

  it('is a command that can be copied, with its codes and over its lines', () => {
    const command =
      'footprint register import disputes of 2021.csv --mapping mapping.yaml \\\n    --covers formal:2021-04-01..2022-03-31';
    expect(printed(`To read the disputes again:\n  ${command}\nThat is a dispute each.`)).toBe(
      `To read the alerts again:\n  ${command}\nThat is an alert each.`,
    );
    expect(printed('Adopt one first: footprint protocol adopt FILE --from DATE. A dispute waits.')).toBe(
      'Adopt one first: footprint protocol adopt FILE --from DATE. An alert waits.',
    );
    expect(printed('Say --covers formal:2021/22 for formal disputes.')).toBe(
      'Say --covers formal:2021/22 for challenges.',
    );
  });

  it.each([
    ['a name of the council', 'The dispute goes to Dispute meeting.', [], 'The alert goes to Dispute meeting.'],
    ['a heading in quotation marks', 'row 2: “Stage” says "x"', [], 'row 2: “Stage” says "x"'],
    ['a file', 'formal disputes.csv: 2 disputes', ['formal disputes.csv'], 'formal disputes.csv: 2 alerts'],
    ['a reference of a register', 'row 2, DRP-2021-0001: no stage', ['DRP-2021-0001'], 'row 2, DRP-2021-0001: no tier'],
    ['a name that is a word', 'it is with Stage, at stage 2', ['Stage'], 'it is with Stage, at tier 2'],
  ])('has in it, as it was given: %s', (_what, text, given, said) => {
    expect(printed(text, given)).toBe(said);
  });
});
