import type { Condition } from '../access/scope.js';
import { readReference } from '../platform/ids.js';

/** Prefixes that a person may leave out. */
const PREFIXES: readonly string[] = ['DRP', 'PA'];

/** The text that somebody typed, as everything that it may stand for. */
export interface LookedFor {
  /** References in their one form. */
  readonly references: readonly string[];
  /** A council’s own reference or a record number, without spaces and in capitals. */
  readonly number: string;
  /** Initials without dots, spaces and hyphens, in capitals; null where it can be none. */
  readonly initials: string | null;
}

/** Letters of initials: more are a word. */
const MOST_INITIALS = 5;

/** Reads what was typed. Every reading of it is tried: nobody says first what they are about to type. */
export const lookedFor = (typed: string): LookedFor => {
  const written = typed.normalize('NFC').trim();
  const references = ['', ...PREFIXES].flatMap((prefix) => readReference(`${prefix} ${written}`) ?? []);
  const letters = written.replace(/[\s.’'-]/g, '').toUpperCase();
  return {
    references: [...new Set(references)],
    number: written.replace(/\s+/g, '').toUpperCase(),
    initials: /^\p{L}+$/u.test(letters) && letters.length <= MOST_INITIALS ? letters : null,
  };
};

const plain = (column: string): string => `upper(replace(${column}, ' ', ''))`;
const withoutMarks = (column: string): string =>
  `upper(replace(replace(replace(${column}, ' ', ''), '.', ''), '-', ''))`;

const parametersOf = ({ references, number, initials }: LookedFor): Condition['parameters'] => ({
  soughtReferences: JSON.stringify(references),
  soughtNumber: number,
  soughtInitials: initials,
});

/** Of a list of children: by the record number, or by initials. */
export const childrenLookedFor = (sought: LookedFor): Condition => ({
  sql: `(${plain('child')} = :soughtNumber OR ${withoutMarks('initials')} = :soughtInitials)`,
  parameters: { soughtNumber: sought.number, soughtInitials: sought.initials },
});

/** Of a register of disputes or acknowledgements (alias `register`): by a reference, or by a child that it is about. */
export const casesLookedFor = (sought: LookedFor): Condition => ({
  sql: `(register.reference IN (SELECT value FROM json_each(:soughtReferences))
    OR ${plain('register.own_reference')} = :soughtNumber
    OR register.reference IN (
      SELECT about.reference FROM case_children AS about LEFT JOIN children AS known ON known.child = about.child
        WHERE ${plain('about.child')} = :soughtNumber OR ${withoutMarks('known.initials')} = :soughtInitials))`,
  parameters: parametersOf(sought),
});
