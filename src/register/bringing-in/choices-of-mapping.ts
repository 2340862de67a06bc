import { AGREEMENT_IN_WORDS, IMPACT_IN_WORDS, outcomeInWords } from '../../disputes/codes-in-words.js';
import { inCouncilWords } from '../../protocol/council-words.js';
import { themeShown } from '../../protocol/theme-shown.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import { EXPORTED_ACKNOWLEDGEMENTS, EXPORTED_DISPUTES } from '../export/layout.js';
import { fieldsOf } from '../mapping/asked-of-mapping.js';
import {
  ACKNOWLEDGEMENT_THEME_CODES,
  AGREEMENTS,
  IMPACTS,
  KINDS,
  OUTCOMES,
  STAGES,
  THEME_CODES,
} from '../mapping/fields.js';
import { DATE_ORDERS } from '../mapping/mapping.js';
import type { SectionOfWords } from '../mapping/written-mapping.js';
import type { Holds } from '../check/on-record.js';

/** A choice of a list: what the mapping says, and how people say it. */
export interface ChoiceOfMapping {
  readonly value: string;
  readonly text: string;
}

type Says = Pick<CouncilSays, 'words' | 'kept' | 'themes'>;

/** Words of a field of a register, as its column is called when it is written back. */
export const fieldInWords = (holds: Holds, field: string, says: Says): string => {
  const columns: Readonly<Record<string, string>> =
    holds === 'disputes' ? { ...EXPORTED_DISPUTES, siblings: SIBLINGS } : EXPORTED_ACKNOWLEDGEMENTS;
  return inCouncilWords(columns[field] ?? field, says.words, says.kept);
};

const SIBLINGS = 'Siblings: rows with the same word are one dispute';

export const fieldChoices = (holds: Holds, says: Says): ChoiceOfMapping[] => [
  { value: '', text: 'Not read' },
  ...fieldsOf(holds).map((field) => ({ value: field, text: fieldInWords(holds, field, says) })),
];

export const kindChoices = (says: Says): ChoiceOfMapping[] => chosenFrom(KINDS, sentence, says);

export const DATE_CHOICES: readonly ChoiceOfMapping[] = [
  { value: DATE_ORDERS[0], text: 'The day, as in 31/12/2023' },
  { value: DATE_ORDERS[1], text: 'The month, as in 12/31/2023' },
];

/** The meanings that the words of a section may have, with an entry for none chosen. */
export const meaningChoices = (section: SectionOfWords, teams: readonly string[], says: Says): ChoiceOfMapping[] => {
  switch (section) {
    case 'teams':
      return [{ value: '', text: 'None: its rows are refused' }, ...teams.map((name) => ({ value: name, text: name }))];
    case 'kinds':
      return asked(kindChoices(says));
    case 'themes':
      return asked(themeChoices(THEME_CODES, says));
    case 'acknowledgement themes':
      return asked(themeChoices(ACKNOWLEDGEMENT_THEME_CODES, says));
    case 'answers':
      return asked(chosenFrom(AGREEMENTS, (code) => AGREEMENT_IN_WORDS[code], says));
    case 'stages':
      return asked(chosenFrom(STAGES, (stage) => (stage === '0' ? 'No formal stage' : `Stage ${stage}`), says));
    case 'outcomes':
      return asked(
        chosenFrom(OUTCOMES, (code) => (code === 'open' ? 'Still open' : sentence(outcomeInWords(code))), says),
      );
    case 'impacts':
      return [
        { value: '', text: 'None of these: the words of the register are kept' },
        ...chosenFrom(IMPACTS, (code) => IMPACT_IN_WORDS[code], says),
      ];
    case 'yes or no':
      return asked([
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]);
  }
};

const asked = (choices: readonly ChoiceOfMapping[]): ChoiceOfMapping[] => [
  { value: '', text: 'Choose what it means' },
  ...choices,
];

const chosenFrom = <Code extends string>(
  codes: readonly Code[],
  words: (code: Code) => string,
  { words: own, kept }: Says,
): ChoiceOfMapping[] => codes.map((code) => ({ value: code, text: inCouncilWords(words(code), own, kept) }));

const themeChoices = (codes: readonly string[], { themes }: Says): ChoiceOfMapping[] =>
  codes.map((code) => ({ value: code, text: themeShown(code, themes).label }));

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** The subject of a section, above its words. */
export const SECTION_IN_WORDS: Readonly<Record<SectionOfWords, string>> = {
  teams: 'Teams that the directory does not know',
  kinds: 'Informal or formal',
  themes: 'Themes of disputes',
  'acknowledgement themes': 'Themes of acknowledgements',
  answers: 'Answers',
  stages: 'Stages',
  outcomes: 'Outcomes',
  impacts: 'What changed for the child',
  'yes or no': 'Yes or no',
};
