import type { Instant } from '../../calendar/calendar.js';
import type { AboutDocument } from '../document.js';

/** A document that is here. */
export interface DocumentHere {
  readonly about: AboutDocument;
  /** Person ids of those who sent acts that name it; nobody, while it waits to be sent. */
  readonly sentBy: readonly string[];
}

/** That an act is under way, or done, which names a document: while there is one, nothing forgets the document. */
export interface Hold {
  readonly document: string;
  readonly name: string;
}

/**
 * The place in which documents are kept, sealed. The way of sealing, and the key, are the store's own: one with a key for each child would seal anew in
 * `hold`, where it becomes known whom a document is about.
 *
 * A document waits until an act that names it is sent. It is held before the event is appended, so that an event never names what is not kept; where
 * the act is refused it is let go again. If nobody knows the outcome of the act, the hold stays.
 */
export interface DocumentStore {
  /** @throws DocumentsAway where nothing can be kept */
  add(id: string, about: AboutDocument, bytes: Buffer, now: Instant): Promise<void>;
  find(id: string): Promise<DocumentHere | undefined>;
  /** The bytes as they were kept, each checked before it is let out. @throws DocumentMissing, SealBroken, DocumentsAway */
  open(id: string): AsyncIterable<Buffer>;
  /** @param sentBy id of the person who sends the act. @returns undefined where there is no such document */
  hold(id: string, sentBy: string): Promise<Hold | undefined>;
  letGo(hold: Hold): Promise<void>;
  /** Keeps a document of a form that is still written in from being forgotten. */
  touch(id: string, now: Instant): Promise<void>;
  /** Forgets one that waits, at once; one that is held stays. */
  forget(id: string): Promise<void>;
  /** Forgets all that wait and were last touched before a moment. */
  forgetBefore(moment: Instant): Promise<void>;
  /** Ids of all that are held. */
  held(): AsyncIterable<string>;
}

export const DOCUMENT_STORE = Symbol('DocumentStore');

/** The place in which documents are kept cannot be reached, is full, or fails. */
export class DocumentsAway extends Error {
  override readonly name = 'DocumentsAway';
  /** That of the system: `ENOSPC`. */
  readonly code = codeIn(this.cause);
}

const codeIn = (cause: unknown): string | undefined => (cause as NodeJS.ErrnoException | undefined)?.code;

/** There is no such document. */
export class DocumentMissing extends Error {
  override readonly name = 'DocumentMissing';
}

/** An id as it is made here. Nothing else is ever part of a path. */
export const isDocumentId = (id: string): boolean => /^[\w-]{43}$/.test(id);
