import type { LocalDate } from '../../calendar/calendar.js';
import { dateInWords } from '../../calendar/in-words.js';
import { isLocalDate } from '../../calendar/dates.js';
import { kindAndSize } from '../../documents/document.js';
import type { DocumentNamed } from '../../documents/events.js';
import { IMPACT_IN_WORDS, RESPONSE_IN_WORDS } from '../codes-in-words.js';
import type { WantedResponse } from '../events.js';

/** A text that somebody wrote in an entry, under its heading. */
export interface Written {
  readonly label: string;
  /** A paragraph, or a point, each. */
  readonly lines: string[];
  /** Points of a list, where there may be several. */
  readonly isList: boolean;
}

/** The headings of texts that people write, by the name of the field in the event. */
const TEXTS: Readonly<Record<string, string>> = {
  concern: 'What is happening',
  impactIfNothingChanges: 'What it is like for the child if nothing changes',
  acknowledged: 'What is acknowledged',
  urgentBecause: 'Why it is urgent',
  spokeTo: 'Spoke to',
  wroteTo: 'Wrote to',
  saidBy: 'Answer given by',
  result: 'What came of it',
  reasons: 'Reasons',
  reason: 'Why',
  evidence: 'Evidence',
  how: 'How',
  text: 'Note',
  where: 'Where it was filed',
  note: 'Note',
  summary: 'What was said',
  discussion: 'What the meeting discussed',
  impactNote: 'What changed for the child',
  outcomeWords: 'Outcome, as the register has it',
  impactWords: 'What changed, as the register has it',
};

/** The texts of an entry that no sentence of a history says. */
const BESIDE_TEXTS: Readonly<Record<string, string>> = {
  spokeOn: 'When they spoke',
  wroteOn: 'When they wrote',
  told: 'Was the child told?',
  toldOn: 'When the child was told',
  advocateOffered: 'Was an advocate offered?',
  advocateOfferedOn: 'When an advocate was offered',
};

/** Groups of fields within an event that people write in. */
const GROUPS: readonly string[] = ['spokeFirst', 'wroteFirst', 'childView', 'facts', 'enteredFor', 'inRegister'];

/** Lists of what somebody is to do. */
const ACTIONS: Readonly<Record<string, string>> = {
  actionsWanted: 'What needs to happen',
  actions: 'What will be done',
};

/** Whether what stands in a field of an event is something that people wrote, and so is read with it. */
export const isWritten = (field: string): boolean =>
  field in TEXTS ||
  field in ACTIONS ||
  GROUPS.includes(field) ||
  field in BESIDE_TEXTS ||
  ['view', 'action', 'impact', 'documents', 'responses'].includes(field);

/**
 * The texts of an entry of a history besides its sentence: every text that somebody wrote in it, in full.
 * @param wanted what was asked for when it was raised, in its order: an answer says of each what becomes of it
 */
export const writtenIn = (what: string, data: object | undefined, wanted: readonly string[] = []): Written[] => {
  const fields = Object.entries((data ?? {}) as Readonly<Record<string, unknown>>);
  return fields.flatMap(([field, value]): Written[] => {
    if (value === null || value === undefined) return [];
    if (GROUPS.includes(field)) return writtenIn(field, value as object);
    if (field in TEXTS) return texts(TEXTS[field]!, [String(value)]);
    if (field in BESIDE_TEXTS && !Array.isArray(value)) return texts(BESIDE_TEXTS[field]!, [besideText(value)]);
    if (field in ACTIONS) return texts(ACTIONS[field]!, (value as readonly Action[]).map(actionInWords), true);
    if (field === 'action') return texts('Action', [actionInWords(value as Action)]);
    if (field === 'documents')
      return texts('Documents, kept in Footprint', (value as readonly DocumentNamed[]).map(documentInWords), true);
    if (field === 'responses')
      return texts('What was asked for', (value as readonly WantedResponse[]).map(responseInWords(wanted)), true);
    if (field === 'impact')
      return texts('What changed for the child', (Array.isArray(value) ? value : [value]).map(impact), true);
    // The child’s own words; the view of an IRO is a code, and its sentence says it.
    if (field === 'view' && what !== 'IroViewRecorded') return texts('What the child says', [String(value)]);
    return [];
  });
};

const besideText = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'Yes' : 'No') : dateInWords(value as LocalDate);

interface Action {
  readonly what: string;
  readonly who?: string | null;
  readonly by?: string | null;
  readonly measure?: string | null;
}

const texts = (label: string, lines: string[], isList = false): Written[] => {
  const said = lines.filter((line) => line.trim() !== '');
  return said.length === 0 ? [] : [{ label, lines: said, isList }];
};

const actionInWords = ({ what, who, by, measure }: Action): string =>
  [
    what,
    ...(who ? [`by whom: ${who}`] : []),
    ...(by ? [`by when: ${isLocalDate(by) ? dateInWords(by) : by}`] : []),
    ...(measure ? [`how we will know: ${measure}`] : []),
  ].join('; ');

/** A copy names them and holds none: by the hash it can be shown later which file it was. */
const documentInWords = (document: DocumentNamed): string =>
  `${document.name} (${kindAndSize(document)}), SHA-256 ${document.sha256}`;

const responseInWords =
  (asked: readonly string[]) =>
  ({ wanted, response, reason }: WantedResponse): string =>
    [
      `${asked[wanted - 1] ?? `Action ${wanted}`}: ${RESPONSE_IN_WORDS[response].toLowerCase()}`,
      ...(reason === null ? [] : [reason]),
    ].join('. ');

const impact = (code: unknown): string => IMPACT_IN_WORDS[code as 'not-known'] ?? String(code);
