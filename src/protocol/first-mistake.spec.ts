import { describe, expect, it } from '@jest/globals';
import { firstMistakeIn } from './first-mistake.js';
import { ProtocolInvalid, readProtocol } from './read-protocol.js';

const problemsIn = (text: string): string[] => {
  try {
    readProtocol(text, 'rules.yaml');
  } catch (error) {
    if (error instanceof ProtocolInvalid) return error.problems.map(({ line, message }) => `${line}: ${message}`);
    throw error;
  }
  return [];
};

const RULES = `id: small
title: Small
raisers: [iro, iro-manager]
stages:
  - name: First
    addressees: team-manager
    clock: 5 working-days
  - name: Second
    addressees: director
    clock: 10 working-days
source: https://example.org/rules
`;

const written = (line: string, instead: string): string => {
  expect(RULES).toContain(`${line}\n`);
  return RULES.replace(`${line}\n`, `${instead}\n`);
};

describe('a file that is no YAML is refused for its first mistake alone, at the line where it is, in words of no parser', () => {
  it('is read where nothing is wrong', () => expect(problemsIn(RULES)).toEqual([]));

  it('is read where a mark is used as YAML has it', () => {
    const text = written('title: Small', 'title: &name Small').replace('name: First', 'name: *name');
    expect(problemsIn(text)).toEqual([]);
  });

  it.each([
    ['a second file', `${RULES}---\n${RULES}`, /^12: a second file begins here, after `---`; keep one protocol/],
    ['a word with @', written('title: Small', 'title: @Small'), /^2: no words begin with @ by .* as "@…"$/],
    ['curly quotation marks', written('title: Small', 'title: “Small: rules”'), /^2: the quotation marks .* are curly/],
    ['a space of another program', written('title: Small', 'title:\u00a0Small'), /^2: a space on this line was copied/],
    [
      'spaces of another program',
      written('    addressees: team-manager', '\u00a0   addressees: team-manager'),
      /^6: a space/,
    ],
    [
      'a bullet in place of the dash',
      written('  - name: First', '  • name: First'),
      /^5: each entry of a list begins with a dash/,
    ],
    [
      'a number in place of the dash',
      written('  - name: First', '  1. name: First'),
      /^5: each entry of a list begins with a dash/,
    ],
    [
      'two commas',
      written('raisers: [iro, iro-manager]', 'raisers: [iro,, iro-manager]'),
      /^3: a comma stands on this line/,
    ],
    [
      'a star before a word',
      written('    addressees: team-manager', '    addressees: *team-manager'),
      /^6: words that begin with \*/,
    ],
    ['a word with a percentage', written('title: Small', 'title: % of it'), /^2: no words begin with %/],
    [
      'a key too far in',
      written('    clock: 5 working-days', '      clock: 5 working-days'),
      /^7: this line begins too far in; begin it with 4 spaces, below the first letter of line 5$/,
    ],
    [
      'a key too far out',
      written('    clock: 5 working-days', '   clock: 5 working-days'),
      /^7: this line begins too far out; begin it with 4 spaces, below the first letter of line 5$/,
    ],
    [
      'a key of the file too far in',
      written('source: https://example.org/rules', ' source: https://example.org/rules'),
      /^11: this line begins too far in; begin it with no space, below the first letter of line 1$/,
    ],
    [
      'a key below the dash',
      written('    addressees: team-manager', '  addressees: team-manager'),
      /^6: this line belongs to the entry above it; begin it with 4 spaces, below the first letter after the dash$/,
    ],
    [
      'a dash further out',
      written('  - name: Second', '- name: Second'),
      /^8: this dash is not below that of line 5; begin the line with 2 spaces before the dash$/,
    ],
    [
      'a dash further in',
      written('  - name: Second', '    - name: Second'),
      /^8: this dash is not below that of line 5; begin the line with 2 spaces before the dash$/,
    ],
    [
      'a first entry without a dash',
      written('  - name: First', '    name: First'),
      /^5: this line begins an entry of a list; put a dash before it, as `- name: …`$/,
    ],
    ['no bracket at the end', written('raisers: [iro, iro-manager]', 'raisers: [iro, iro-manager'), /^3: a bracket/],
    ['brackets open at the end of the file', `${RULES}kinds: [concern\n`, /^12: a bracket that opens on this line/],
    ['no bracket at the beginning', written('raisers: [iro, iro-manager]', 'raisers: ]'), /^3: a bracket closes/],
    [
      'words behind a bracket',
      written('raisers: [iro, iro-manager]', 'raisers: [iro], iro-manager'),
      /^3: something stands after the bracket that closes/,
    ],
    [
      'a tab',
      written('    addressees: team-manager', '\taddressees: team-manager'),
      /^6: this line begins with a tab; begin it with spaces/,
    ],
    ['an open quotation', written('title: Small', 'title: "Small'), /^2: the quotation mark that opens on this line/],
    ['an open quotation in a list', written('raisers: [iro, iro-manager]', "raisers: ['iro, x]"), /^3: the quotation/],
    ['words behind a quotation', written('title: Small', 'title: "Small" rules'), /^2: something stands after/],
    ['a word with &', written('title: Small', 'title: &Small'), /^2: “&Small” is read as a mark and not as words; put/],
    ['words with &', written('title: Small', 'title: &Small rules'), /^2: “&Small” is read as .*quotes: "&Small …"$/],
    ['words with & in a list', written('raisers: [iro, iro-manager]', 'raisers: [&iro iro]'), /^3: “&iro” is read as/],
    ['words with a star', written('title: Small', 'title: *Small rules'), /^2: no words begin with \* by .* as "\*…"$/],
    ['words with !', written('title: Small', 'title: !Small rules'), /^2: words that begin with ! mean something else/],
    ['words after !', written('title: Small', 'title: ! Small'), /^2: “!” is read as a mark/],
    ['words after |', written('title: Small', 'title: | Small'), /^2: no words begin with \| by themselves/],
    ['words after >', written('title: Small', 'title: >Small'), /^2: no words begin with > by themselves/],
    ['words after ?', written('title: Small', 'title: ? Small'), /^2: no words begin with \? by themselves/],
    ['a word with `', written('title: Small', 'title: `Small` rules'), /^2: no words begin with ` by themselves/],
    ['a second colon', written('title: Small', 'title: Small: rules'), /^2: a second colon stands on this line/],
    ['no space after a colon', written('title: Small', 'title:Small'), /^2: a space is missing after the colon/],
    ['no colon', written('title: Small', 'title Small'), /^2: this line has no colon after its key/],
    ['a list after a colon', written('title: Small', 'title: - Small'), /^2: a list begins after the colon/],
    ['a stroke in quotation marks', written('title: Small', 'title: "\\q"'), /^2: a stroke \\ stands between/],
    ['brackets that do not fit', written('raisers: [iro, iro-manager]', 'raisers: [iro}'), /^3: /],
  ])('%s', (_what, text, message) => {
    expect(problemsIn(text)).toEqual([expect.stringMatching(message)]);
  });

  it('goes over what its writer may write before the mistake', () => {
    const before = `# Our rules\n---\nwords:\n  dispute: 'the child''s "alert"' # as of 2020\nthemes: [DD,\n  "PLAN", # children's\n  OTHER]\nposts:\n- code: a\n  title: >\n    Head: of "all\n  outside: yes\n`;
    expect(problemsIn(`${before}title: @x\n`)).toEqual([expect.stringMatching(/^13: no words begin with @/)]);
  });

  it.each(['- ', '[', '[#', '{ # ', '" ', "'' ", 'a ', '! ', '\n- [', "\n  '", '\n- '])(
    'answers a file of 32,000 characters with one mistake, whatever it repeats: %j',
    (part) => {
      expect(problemsIn(`title: @x\n${part.repeat(900)}`)).toEqual([expect.stringMatching(/^1: no words begin/)]);
      expect(() => firstMistakeIn(part.repeat(10_000))).not.toThrow();
    },
  );
});
