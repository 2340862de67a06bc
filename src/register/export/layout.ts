import { stringify } from 'yaml';
import { inCouncilWords } from '../../protocol/council-words.js';
import { type CouncilSays, SAYS_NOTHING } from '../../protocol/words-now.js';
import {
  ACKNOWLEDGEMENT_THEME_CODES,
  type AcknowledgementField,
  AGREEMENTS,
  type DisputeFact,
  IMPACTS,
  KINDS,
  OUTCOMES,
  STAGES,
  THEME_CODES,
} from '../mapping/fields.js';

/** The headings under which a register is written back: one for every fact that a row can hold. */
export const EXPORTED_DISPUTES: { readonly [Field in DisputeFact]: string } = {
  reference: 'Reference',
  child: 'Child',
  iro: 'IRO',
  team: 'Team',
  manager: 'Team manager',
  kind: 'Kind',
  'date raised': 'Date raised',
  theme: 'Theme',
  concern: 'Concern',
  'spoke first': 'Spoke first',
  due: 'Answer due',
  answered: 'Date answered',
  answer: 'Answer',
  stage: 'Stage reached',
  'challenge meeting': 'Challenge meeting',
  outcome: 'Outcome',
  'outcome words': 'Outcome in the council’s words',
  'date resolved': 'Date resolved',
  impact: 'Impact',
  'impact words': 'Impact in the council’s words',
};
export const EXPORTED_ACKNOWLEDGEMENTS: { readonly [Field in AcknowledgementField]: string } = {
  reference: 'Reference',
  date: 'Date given',
  child: 'Child',
  giver: 'Given by',
  team: 'Team',
  theme: 'Theme',
  'what was good': 'What was good',
};

/** Headings as the council says them. */
export const headingsIn = <Field extends string>(
  headings: Readonly<Partial<Record<Field, string>>>,
  { words, kept }: Pick<CouncilSays, 'words' | 'kept'>,
): Record<Field, string> =>
  Object.fromEntries(
    Object.entries<string | undefined>(headings).map(([field, heading]) => [
      field,
      inCouncilWords(heading ?? '', words, kept),
    ]),
  ) as Record<Field, string>;

/**
 * The mapping by which exported files are read again: every word in them is Footprint's own code.
 *
 * @param says in whose words the headings are; the program's own unless told
 */
export const exportMapping = (says: Pick<CouncilSays, 'words' | 'kept'> = SAYS_NOTHING): string =>
  '# How the files of "footprint register export" are read again. Every word in them is a code and means itself.\n' +
  stringify({
    dates: 'day before month',
    registers: [
      { holds: 'disputes', columns: headingsIn(EXPORTED_DISPUTES, says) },
      { holds: 'acknowledgements', columns: headingsIn(EXPORTED_ACKNOWLEDGEMENTS, says) },
    ],
    words: {
      kinds: themselves(KINDS),
      themes: themselves(THEME_CODES),
      'acknowledgement themes': themselves(ACKNOWLEDGEMENT_THEME_CODES),
      answers: themselves(AGREEMENTS),
      stages: themselves(STAGES),
      outcomes: themselves(OUTCOMES),
      impacts: themselves(IMPACTS),
      yes: ['yes'],
      no: ['no'],
    },
  });

const themselves = (codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(codes.map((code) => [code, code]));
