import type { ImportedAcknowledgementFacts } from '../../acknowledgements/events.js';
import type { LocalDate } from '../../calendar/calendar.js';
import type { DisputeKind, ImportedDisputeFacts } from '../../disputes/events.js';
import type { AcknowledgementField, DisputeFact } from '../mapping/fields.js';
import type { AcknowledgementShape, DisputeShape, RegisterMapping } from '../mapping/mapping.js';
import { shown } from '../reading/shown.js';
import type { Cells, Problem } from './cells.js';
import type { Council } from './council.js';

/** One row as read: the facts in it, and the names of people from whom a directory entry may have to be made. */
export type ReadRow =
  | {
      readonly holds: 'disputes';
      readonly ownReference: string;
      readonly facts: ImportedDisputeFacts;
      readonly iro: string | null;
    }
  | {
      readonly holds: 'acknowledgements';
      readonly ownReference: string;
      readonly facts: ImportedAcknowledgementFacts;
      readonly iro: string | null;
    };

export type RowResult = ReadRow | { readonly ownReference: string; readonly problems: readonly Problem[] };

/** Reads one row of a register of disputes; every rule that the row breaks is named, with what is expected instead. */
export const readDispute = (
  cells: Cells<DisputeFact>,
  shape: DisputeShape,
  { words }: RegisterMapping,
  council: Council,
): RowResult => {
  const ownReference = reference(cells);
  const children = childrenIn(cells, 'child');
  const around = council.lifeOf(children);
  const raisedOn = required(cells, 'date raised', 'date', cells.date('date raised', 'has-happened', around));
  const kind = shape.everyRowIs ?? required(cells, 'kind', 'kind', cells.meaning('kind', words.kinds, 'kind'));
  const team = teamIn(cells, words.teams, council);
  const theme = required(cells, 'theme', 'theme', cells.meaning('theme', words.themes, 'theme'));
  const iro = cells.word('iro') || null;
  const outcome = cells.meaning('outcome', words.outcomes, 'outcome');
  const resolvedOn = notBefore(
    cells,
    'date resolved',
    raisedOn,
    'Resolved',
    cells.date('date resolved', 'has-happened'),
  );
  if (outcome === 'open' && resolvedOn !== null)
    cells.refuse(
      'date resolved',
      'Contradiction: the outcome says that it is open. Expected no date, or another outcome.',
    );
  const facts = {
    kind,
    children,
    iro: chairIn(cells, 'iro', raisedOn, council),
    team,
    teamManager: cells.text('manager'),
    raisedOn,
    theme,
    concern: cells.text('concern'),
    spokeFirst: cells.meaning('spoke first', words.yesOrNo, 'answer to a yes-or-no question'),
    dueOn: notBefore(cells, 'due', raisedOn, 'Due', cells.date('due', 'may-be-due')),
    answeredOn: notBefore(cells, 'answered', raisedOn, 'Answered', cells.date('answered', 'has-happened')),
    agreement: cells.meaning('answer', words.answers, 'answer'),
    stageReached: kind === null ? null : stageIn(cells, kind, raisedOn, words.stages, council),
    challengeMeeting: cells.meaning('challenge meeting', words.yesOrNo, 'answer to a yes-or-no question'),
    outcome: outcome === 'open' ? null : outcome,
    outcomeWords: cells.text(cells.has('outcome words') ? 'outcome words' : 'outcome'),
    resolvedOn,
    impact: words.impacts.meaningOf(cells.word('impact')) ?? null,
    impactWords: cells.text(cells.has('impact words') ? 'impact words' : 'impact'),
  };
  if (cells.problems.length > 0) return { ownReference, problems: cells.problems };
  return { holds: 'disputes', ownReference, facts: facts as ImportedDisputeFacts, iro };
};

/** Reads one row of a register of practice acknowledgements. */
export const readAcknowledgement = (
  cells: Cells<AcknowledgementField>,
  _shape: AcknowledgementShape,
  { words }: RegisterMapping,
  council: Council,
): RowResult => {
  const ownReference = reference(cells);
  const children = childrenIn(cells, 'child');
  const around = council.lifeOf(children);
  const givenOn = required(cells, 'date', 'date', cells.date('date', 'has-happened', around));
  const team = teamIn(cells, words.teams, council);
  const theme = cells.meaning('theme', words.acknowledgementThemes, 'theme');
  const giver = cells.word('giver') || null;
  const facts = {
    children,
    giver: chairIn(cells, 'giver', givenOn, council),
    team,
    givenOn,
    theme: required(cells, 'theme', 'theme', theme),
    whatTheyDid: cells.text('what was good'),
  };
  if (cells.problems.length > 0) return { ownReference, problems: cells.problems };
  return { holds: 'acknowledgements', ownReference, facts: facts as ImportedAcknowledgementFacts, iro: giver };
};

/** A name that several bear says nothing of which of them is meant, and nobody here guesses. */
const chairIn = <Field extends string>(
  cells: Readable<Field>,
  field: Field,
  on: LocalDate | null,
  council: Council,
): string | null => {
  const name = cells.word(field);
  if (name === '') return null;
  const named = council.chairNamed(name, on ?? council.today);
  if ('person' in named) return named.person;
  cells.refuse(field, `Several people have this name: expected the id of one, ${named.choices}.`);
  return null;
};

type Readable<Field extends string> = Pick<Cells<Field>, 'word' | 'refuse' | 'meaning' | 'has'>;

const reference = (cells: Readable<'reference'>): string => {
  const written = cells.word('reference').replace(/\s+/g, ' ');
  if (written === '' || saysNothing(written))
    cells.refuse('reference', 'No reference: expected the number by which the council knows this row.');
  if (written.length > LONGEST_REFERENCE) {
    cells.refuse('reference', `Too long for a reference: expected at most ${LONGEST_REFERENCE} characters.`);
    return shown(written);
  }
  return written;
};

const LONGEST_REFERENCE = 100;

/** A blank cell is refused here; one that says something unreadable has been refused already. */
const required = <Field extends string, Fact>(
  cells: Readable<Field>,
  field: Field,
  name: string,
  fact: Fact | null,
): Fact | null =>
  fact === null && cells.word(field) === ''
    ? cells.refuse(field, `No ${name}: a row cannot be counted without one.`)
    : fact;

const teamIn = (cells: Readable<'team'>, words: RegisterMapping['words']['teams'], council: Council): string | null => {
  const written = cells.word('team');
  if (written === '') return cells.refuse('team', 'No team: a row cannot be counted without one.');
  const team = council.teamWritten(words.meaningOf(written) ?? written);
  if (team !== undefined) return team;
  const allowed = council.teamNames.length === 0 ? 'the directory has none yet' : council.teamNames.join(', ');
  return cells.refuse(
    'team',
    `Unknown team: expected a team of the directory (${allowed}), or its spelling in the mapping under teams.`,
  );
};

/** Record numbers; several children of one dispute stand in one cell with a semicolon or comma between them. */
const childrenIn = (cells: Readable<'child'>, field: 'child'): string[] => {
  if (!cells.has(field)) return [];
  const numbers = cells
    .word(field)
    .split(/[;,\n]/)
    .map((number) => number.trim())
    .filter((number) => number !== '');
  if (numbers.length === 0) cells.refuse(field, 'No child: expected the record number of the child.');
  if (numbers.some((number) => !RECORD_NUMBER.test(number)))
    cells.refuse(
      field,
      'Not a record number: expected digits, perhaps with letters but without spaces, and a semicolon between two children. ' +
        'Initials, and words such as "unknown", say of no child who it is.',
    );
  return [...new Set(numbers)];
};

/** With a figure in it: initials, "TBC" and "N/A" have none. */
const RECORD_NUMBER = /^(?=.*\p{N})[\p{L}\p{N}][\p{L}\p{N}./_-]{0,63}$/u;

/** Words in place of a reference that has not been given yet. */
const saysNothing = (written: string): boolean =>
  /^(?:n\/?a|n\.a\.|none|unknown|not known|tb[ac]|t\.b\.[ac]\.|to be (?:confirmed|advised|allocated)|pending|awaited|\?+|[-–—.]+|x+)$/i.test(
    written,
  );

const notBefore = (
  cells: Readable<DisputeFact>,
  field: DisputeFact,
  raisedOn: LocalDate | null,
  happened: string,
  date: LocalDate | null,
): LocalDate | null =>
  date === null || raisedOn === null || date >= raisedOn
    ? date
    : cells.refuse(field, `${happened} before it was raised: expected ${raisedOn}, when it was raised, or later.`);

/** The highest stage reached: none for an informal dispute, at least the first for a formal one. */
const stageIn = (
  cells: Readable<DisputeFact>,
  kind: DisputeKind,
  raisedOn: LocalDate | null,
  words: RegisterMapping['words']['stages'],
  council: Council,
): number | null => {
  const stage = cells.meaning('stage', words, 'stage');
  if (kind === 'informal') {
    return stage === null || stage === 0
      ? 0
      : cells.refuse('stage', 'An informal dispute has no stage: expected a blank cell, or a formal kind.');
  }
  if (stage === null) return cells.word('stage') === '' ? 1 : null;
  const stages = raisedOn === null ? undefined : council.formalStages(raisedOn);
  if (stages === undefined ? stage > 0 : stages.includes(stage)) return stage;
  return cells.refuse(
    'stage',
    `Not a stage of the council's protocol: expected stage ${(stages ?? [1]).join(', ')} for a formal dispute.`,
  );
};
