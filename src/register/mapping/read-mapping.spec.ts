import { describe, expect, it } from '@jest/globals';
import { FileInvalid } from './yaml-lines.js';
import { readMapping } from './read-mapping.js';

const MAPPING = `dates: day before month
registers:
  - holds: disputes
    every row is: formal
    columns:
      reference: Ref
      team: Team
      date raised: Raised
      theme: Theme
words:
  themes:
    Drift & Delay: DD
  yes: [Y, Yes]
  no: [N]
`;

const problemsIn = (text: string): readonly string[] => {
  try {
    readMapping(text, 'mapping.yaml');
  } catch (error) {
    if (error instanceof FileInvalid) return error.problems;
    throw error;
  }
  return [];
};

describe('a mapping file', () => {
  it('says which heading holds what, and what the words mean', () => {
    const mapping = readMapping(MAPPING, 'mapping.yaml');
    expect(mapping).toMatchObject({ dates: 'day before month', times: 'refused' });
    expect(readMapping(`times: left out\n${MAPPING}`, 'mapping.yaml').times).toBe('left out');
    expect(mapping.shapes).toEqual([
      {
        holds: 'disputes',
        everyRowIs: 'formal',
        columns: { reference: 'Ref', team: 'Team', 'date raised': 'Raised', theme: 'Theme' },
      },
    ]);
    expect(mapping.words.themes.meaningOf('  drift  &  DELAY ')).toBe('DD');
    expect(mapping.words.yesOrNo.meaningOf('yes')).toBe(true);
    expect(mapping.words.yesOrNo.meaningOf('n')).toBe(false);
    expect(mapping.words.yesOrNo.meaningOf('perhaps')).toBeUndefined();
  });

  it.each([
    [
      'an unknown key',
      MAPPING.replace('words:', 'wordz:'),
      'Line 10: "wordz" is not known in the mapping; allowed are dates, times, sibling rows, registers, words.',
    ],
    [
      'an unknown column',
      MAPPING.replace('theme: Theme', 'thema: Theme'),
      'Line 9: "thema" is not known in the columns of disputes; allowed are reference, ',
    ],
    [
      'a missing column',
      MAPPING.replace('      team: Team\n', ''),
      'Line 3: columns must say which heading holds "team".',
    ],
    [
      'a theme that does not exist',
      MAPPING.replace(': DD', ': DRIFT'),
      'Line 12: "DRIFT" cannot be used for themes; write one of DD, DD-PERM',
    ],
    [
      'an undecided theme',
      MAPPING.replace(': DD', ': DECIDE'),
      'Line 12: "DECIDE" cannot be used for themes; write one of',
    ],
    [
      'one heading for two columns',
      MAPPING.replace('theme: Theme', 'theme: TE AM'),
      'Line 9: "TE AM" holds "team" already; it cannot hold "theme" too.',
    ],
    [
      'an undecided heading',
      MAPPING.replace('theme: Theme', 'theme: DECIDE'),
      'Line 9: decide which heading holds "theme"',
    ],
    [
      'a kind both said and read',
      MAPPING.replace('theme: Theme', 'theme: Theme\n      kind: Type'),
      'Line 3: say either which column holds "kind"',
    ],
    [
      'an order of dates that is none',
      MAPPING.replace('day before month', 'dd/mm'),
      'Line 1: "dd/mm" cannot be used for dates; write one of day before month, month before day.',
    ],
    [
      'a word twice',
      MAPPING.replace('  yes:', '    drift & delay: PLAN\n  yes:'),
      'Line 13: "drift & delay" is in themes twice.',
    ],
    ['no registers', 'dates: day before month\n', 'Line 1: the mapping must say under "registers"'],
    [
      'a list where lines belong',
      MAPPING.replace('  themes:\n    Drift & Delay: DD', '  themes: [DD]'),
      'Line 11: themes must be a list of "word: meaning" lines.',
    ],
  ])('refuses %s, with its line and what is allowed', (_, text, sentence) => {
    expect(problemsIn(text).join(' ')).toContain(sentence);
  });

  it.each([
    ['a team', '  teams: {TC1: DECIDE}\n', /Line 15: decide what belongs here, and write it in place of DECIDE/],
    [
      'a word for yes',
      '  yes or no: {Perhaps: DECIDE}\n',
      /Line 15: "DECIDE" cannot be used for yes or no; write one of yes, no/,
    ],
    ['an outcome', '  outcomes: {Closed: DECIDE}\n', /Line 15: "DECIDE" cannot be used for outcomes/],
  ])('refuses %s that nobody has decided', (_, line, sentence) => {
    expect(problemsIn(MAPPING + line).join(' ')).toMatch(sentence);
  });

  it('takes words for yes and no one by one as well', () => {
    const { words } = readMapping(`${MAPPING}  yes or no: {Perhaps not: no}\n`, 'mapping.yaml');
    expect(words.yesOrNo.meaningOf('perhaps not')).toBe(false);
    expect(words.yesOrNo.meaningOf('yes')).toBe(true);
  });

  it('refuses what is not YAML, with its line', () => {
    expect(problemsIn('dates: "day')[0]).toMatch(/^Line 1: /);
  });

  it('names every mistake at once', () => {
    expect(problemsIn(MAPPING.replace(': DD', ': X').replace('day before month', 'x'))).toHaveLength(2);
  });
});
