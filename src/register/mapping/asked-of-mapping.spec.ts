import { describe, expect, it } from '@jest/globals';
import { fileOfBytes } from '../reading/register-file.js';
import {
  type Answers,
  type Asked,
  askedOf,
  type MappingAsked,
  NOT_ANSWERED,
  toAnswer,
  writeInto,
} from './asked-of-mapping.js';
import { proposeMappingOf } from './propose-mapping.js';
import { readMapping } from './read-mapping.js';
import { lookInto, type Looked } from './seen-in-files.js';
import { WrittenMapping } from './written-mapping.js';

const REGISTER = [
  'Ref,Child ID,IRO,Team,Type,Date raised,Theme,Outcome,Phoned',
  'R1,1000592,Iris,Locality North,Formal,2022-05-03,Drift & Delay,Not sure,Y',
  'R2,1000593,Iris,Nowhere,Informal,2022-07-04,Statutory visits,Resolved,Maybe',
].join('\n');

const lookedInto = (text = REGISTER): Promise<Looked[]> => lookInto([fileOfBytes('disputes.csv', Buffer.from(text))]);

const isTeam = (word: string): boolean => word === 'Locality North';

const questions = (sheets: readonly Looked[], text: string, answers: Answers = NOT_ANSWERED): MappingAsked =>
  askedOf(sheets, new WrittenMapping(text), answers, isTeam);

const everyone = ({ layouts, sections }: MappingAsked): readonly Asked[] => [
  ...layouts.flatMap(({ columns, everyRowIs }) => [...columns, ...(everyRowIs === null ? [] : [everyRowIs])]),
  ...sections.flatMap(({ words }) => words),
];

/** Answers by what each question is about. */
const answering =
  (asked: MappingAsked, by: Readonly<Record<string, string>>): Answers =>
  (name) => {
    const about = everyone(asked).find((each) => each.name === name)?.about;
    return about === undefined ? undefined : by[about];
  };

describe('A mapping that is chosen from lists', () => {
  it('asks about every column and every word, with what is proposed', async () => {
    const sheets = await lookedInto();
    const asked = questions(sheets, proposeMappingOf(sheets));
    expect(asked.dates.chosen).toBe('day before month');
    expect(asked.layouts).toHaveLength(1);
    const columns = asked.layouts[0]!.columns.map(({ about, chosen }) => [about, chosen]);
    expect(columns).toContainEqual(['Theme', 'theme']);
    expect(columns).toContainEqual(['Phoned', '']);
    const words = asked.sections.flatMap(({ section, words: all }) =>
      all.map(({ about, chosen }) => [section, about, chosen]),
    );
    expect(words).toEqual([
      ['teams', 'Nowhere', ''],
      ['kinds', 'Formal', 'formal'],
      ['kinds', 'Informal', 'informal'],
      ['themes', 'Drift & Delay', 'DD'],
      ['themes', 'Statutory visits', 'VISIT'],
      ['outcomes', 'Not sure', ''],
      ['outcomes', 'Resolved', 'RES-FULL'],
    ]);
    expect(toAnswer(asked).map(({ why }) => why)).toEqual([
      { kind: 'no-meaning', section: 'outcomes', word: 'Not sure' },
    ]);
  });

  it('asks about the words of a column as soon as it is chosen, and is read with the answers', async () => {
    const sheets = await lookedInto();
    const text = proposeMappingOf(sheets);
    const first = questions(sheets, text);
    const chosen = { Phoned: 'spoke first', 'Not sure': 'UNRES', Nowhere: 'Locality North' };
    const next = questions(sheets, text, answering(first, chosen));
    expect(toAnswer(next).map(({ why }) => why)).toEqual([{ kind: 'no-meaning', section: 'yes or no', word: 'Maybe' }]);
    const all = questions(sheets, text, answering(next, { ...chosen, Maybe: 'no' }));
    expect(toAnswer(all)).toEqual([]);
    const { shapes, words } = readMapping(writeInto(new WrittenMapping(text), all, sheets), 'mapping.yaml');
    expect(shapes).toHaveLength(1);
    expect(shapes[0]!.columns).toMatchObject({ 'spoke first': 'Phoned', theme: 'Theme' });
    expect(words.outcomes.meaningOf('not sure')).toBe('UNRES');
    expect(words.teams.meaningOf('Nowhere')).toBe('Locality North');
    expect([words.yesOrNo.meaningOf('Maybe'), words.yesOrNo.meaningOf('y')]).toEqual([false, true]);
  });

  it('asks for a column that is missing, for one of two that hold the same, and what every row is', async () => {
    const sheets = await lookedInto();
    const text = proposeMappingOf(sheets);
    const answers = answering(questions(sheets, text), { Type: '', 'Child ID': 'reference', Theme: '' });
    const asked = questions(sheets, text, answers);
    expect(toAnswer(asked).map(({ why }) => why.kind)).toEqual(['no-column', 'two-columns', 'no-kind', 'no-meaning']);
  });

  it('takes the day to come first where a mapping says nothing of it', async () => {
    const sheets = await lookedInto();
    const text = proposeMappingOf(sheets).replace('dates: day before month', '');
    expect(questions(sheets, text).dates.chosen).toBe('day before month');
    const undecided = `dates: DECIDE\n${text}`;
    expect(toAnswer(questions(sheets, undecided)).map(({ why }) => why.kind)).toContain('no-date-order');
  });

  it('keeps what is written by hand and stands in no list', async () => {
    const sheets = await lookedInto();
    const byHand = proposeMappingOf(sheets)
      .replace('dates: day before month', '# As on the screen.\ndates: day before month\ntimes: left out')
      .replace('teams: {}', 'teams: { Elsewhere: Locality North }');
    const asked = questions(sheets, byHand, answering(questions(sheets, byHand), { 'Not sure': 'UNRES' }));
    const written = writeInto(new WrittenMapping(byHand), asked, sheets);
    expect(written).toContain('# As on the screen.');
    const read = readMapping(written, 'mapping.yaml');
    expect(read.times).toBe('left out');
    expect(read.words.teams.meaningOf('elsewhere')).toBe('Locality North');
  });
});
