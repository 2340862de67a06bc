import { stringify } from 'yaml';
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

/** The mapping by which exported files are read again: every word in them is Footprint's own code. */
export const exportMapping = (): string =>
  '# How the files of "footprint register export" are read again. Every word in them is a code and means itself.\n' +
  stringify({
    dates: 'day before month',
    registers: [
      { holds: 'disputes', columns: EXPORTED_DISPUTES },
      { holds: 'acknowledgements', columns: EXPORTED_ACKNOWLEDGEMENTS },
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
