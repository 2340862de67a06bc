import { createHash } from 'node:crypto';
import type { Instant, LocalDate } from '../calendar/calendar.js';
import { dayInWords } from '../calendar/in-words.js';
import { kindOf } from '../documents/document.js';
import type { DocumentNamed } from '../documents/events.js';
import type { DocumentStore } from '../documents/store/document-store.js';

/** A file that somebody of Northshire sent as evidence. */
export interface ScriptedDocument {
  readonly named: DocumentNamed;
  readonly bytes: Buffer;
  /** Id of the person who sent the act that names it. */
  readonly sentBy: string;
  readonly sentOn: LocalDate;
}

/** A file before anybody sends it. */
export interface EvidenceFile {
  readonly name: string;
  readonly type: 'text/plain' | 'text/csv';
  readonly text: string;
}

/** With a dispute: what the review decided. @param child record number, as evidence about a child carries it */
export const minutesOfTheReview = (child: string, heldOn: LocalDate, wanted: string): EvidenceFile => ({
  name: 'Minutes of the review.txt',
  type: 'text/plain',
  text: lines(
    ...[
      'Northshire Council: review of the plan for a child in care',
      `Record ${child}`,
      `Held on ${dayInWords(heldOn)}`,
    ],
    ...['', 'Decided:', `1. ${wanted}.`, '2. The plan is sent to everybody who was there within two weeks.'],
    ...['', 'Everything here is invented.'],
  ),
});

/** With an answer: on which days something was offered. */
export const daysOffered = (promised: string, days: readonly LocalDate[]): EvidenceFile => ({
  name: 'Days that were offered.csv',
  type: 'text/csv',
  text: lines(
    'Offered,Day,Came of it',
    ...days.map((day, at) => `${promised},${day},${at === 0 ? 'Nobody could come' : 'Agreed'}`),
  ),
});

/** With an action: that it was done. */
export const noteThatItIsDone = (promised: string, doneOn: LocalDate): EvidenceFile => ({
  name: 'Case note.txt',
  type: 'text/plain',
  text: lines(`${dayInWords(doneOn)}: ${promised}. It was done as agreed, and the family was told the same day.`),
});

const lines = (...each: readonly string[]): string => `${each.join('\r\n')}\r\n`;

/** The id follows from who sends what and when, so that the same day gives the same council. */
export const sentAs = (
  { name, type, text }: EvidenceFile,
  sentBy: string,
  sentOn: LocalDate,
  from: string,
): ScriptedDocument => {
  const bytes = Buffer.from(text, 'utf8');
  const id = digestOf(`demonstration document ${from}\u0000${name}\u0000${text}`)
    .digest('base64url')
    .replace(/^-/, '_');
  const sha256 = digestOf(bytes).digest('hex');
  return { named: { id, name, type: kindOf(type)!.type, size: bytes.length, sha256 }, bytes, sentBy, sentOn };
};

const digestOf = (what: string | Buffer): ReturnType<typeof createHash> => createHash('sha256').update(what);

/** Keeps evidence as an act that names it does. Evidence that a start kept before it was cut short stays. */
export const keepEvidence = async (
  documents: readonly ScriptedDocument[],
  store: DocumentStore,
  now: Instant,
): Promise<void> => {
  for (const { named, bytes, sentBy, sentOn } of documents) {
    const { id, ...about } = named;
    const here = await store.find(id);
    if (here === undefined) await store.add(id, { ...about, addedBy: sentBy, addedOn: sentOn }, bytes, now);
    if (!here?.sentBy.includes(sentBy)) await store.hold(id, sentBy);
  }
};
