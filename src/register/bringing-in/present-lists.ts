import { inCouncilWords } from '../../protocol/council-words.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { carriedFiles } from '../../web/forms/files-of-form.js';
import type { Holds } from '../check/on-record.js';
import { type Asked, type MappingAsked, type ToAnswer, toAnswer } from '../mapping/asked-of-mapping.js';
import {
  type ChoiceOfMapping,
  DATE_CHOICES,
  fieldChoices,
  fieldInWords,
  kindChoices,
  meaningChoices,
  SECTION_IN_WORDS,
} from './choices-of-mapping.js';
import type { Typing } from './present-bringing-in.js';

export interface ListsOfMapping {
  readonly asked: MappingAsked;
  readonly typing: Typing;
  /** Names of teams that a word may stand for. */
  readonly teams: readonly string[];
  readonly says: CouncilSays;
  /** Whether somebody wanted to go on, so that what is not answered is an error. */
  readonly isTried: boolean;
}

/** A list to choose from, as it is drawn. */
interface Drawn {
  readonly name: string;
  readonly about: string;
  readonly items: readonly (ChoiceOfMapping & { readonly selected: boolean })[];
  readonly error: string | undefined;
}

/** The mapping as lists to choose from: one for each column, and one for each word. */
export const presentLists = ({ asked, typing, teams, says, isTried }: ListsOfMapping): object => {
  const left = toAnswer(asked);
  const errors = isTried ? left.map((each) => ({ name: each.name, text: whyInWords(each, asked, says) })) : [];
  const drawn = ({ name, about, chosen }: Asked, choices: readonly ChoiceOfMapping[]): Drawn => ({
    ...{ name, about },
    items: choices.map((choice) => ({ ...choice, selected: choice.value === chosen })),
    error: errors.find((each) => each.name === name)?.text,
  });
  return {
    title: 'How the register is read',
    files: typing.files.map(({ name }) => name),
    mapping: typing.mapping,
    covers: typing.covers,
    carried: carriedFiles(typing.files),
    left: left.length,
    errors: errors.map(({ name, text }) => ({ text, href: `#${name}` })),
    dates: drawn({ ...asked.dates, about: 'Which comes first in a date such as 04/05/2022?' }, [
      ...(asked.dates.chosen === '' ? [{ value: '', text: 'Choose which comes first' }] : []),
      ...DATE_CHOICES,
    ]),
    layouts: asked.layouts.map(({ files, holds, columns, everyRowIs }) => ({
      title: `Columns of ${files.join(' and ')}`,
      holds,
      columns: columns.map((column) => drawn(column, fieldChoices(holds, says))),
      everyRowIs:
        everyRowIs === null
          ? null
          : drawn({ ...everyRowIs, about: 'No column says it, but every row is' }, [
              { value: '', text: 'Choose one' },
              ...kindChoices(says),
            ]),
    })),
    sections: asked.sections
      .filter(({ words, texts }) => words.length + texts.length > 0)
      .map(({ section, words, texts }) => ({
        title: inCouncilWords(SECTION_IN_WORDS[section], says.words, says.kept),
        words: words.map((word) => drawn(word, meaningChoices(section, teams, says))),
        texts: texts.join(', '),
      })),
  };
};

const whyInWords = ({ name, why }: ToAnswer, asked: MappingAsked, says: CouncilSays): string => {
  switch (why.kind) {
    case 'no-date-order':
      return 'Choose which comes first in a date: some can only have the day first, and others only the month';
    case 'no-column':
      return `Choose which column of ${why.files.join(' and ')} holds this: ${fieldInWords(holdsOf(name, asked), why.field, says)}`;
    case 'two-columns':
      return `“${why.headings[0]}” and “${why.headings[1]}” are both read as ${fieldInWords(holdsOf(name, asked), why.field, says)}: choose one of them`;
    case 'no-kind':
      return inCouncilWords(
        `Choose whether every row of ${why.files.join(' and ')} is informal or formal, or which column says it`,
        says.words,
        [...says.kept, ...why.files],
      );
    case 'no-meaning':
      return `Choose what “${why.word}” means (${inCouncilWords(SECTION_IN_WORDS[why.section], says.words, says.kept).toLowerCase()})`;
  }
};

/** The kind of record held by the file in which a column stands. */
const holdsOf = (name: string, { layouts }: MappingAsked): Holds =>
  layouts.find(({ columns }) => columns.some((column) => column.name === name))?.holds ?? 'disputes';
