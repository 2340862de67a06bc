import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { SentWith } from '../access/sent.js';
import type { Instant } from '../calendar/calendar.js';
import { addHours, londonDate } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { type FieldError, notValid, problemFrom } from '../platform/http/problem.js';
import type { WrittenDto } from '../platform/http/written.dto.js';
import { newSecret } from '../platform/secret.js';
import { CLOCK } from '../platform/tokens.js';
import { inspected } from './content/inspected.js';
import { type AboutDocument, DAYS_UNSENT } from './document.js';
import { documentName } from './document-name.js';
import type { DocumentNamed } from './events.js';
import { cannotBeKept, isInfected, isNotAsRecorded, isNotScanned } from './refusals.js';
import { ScannerAway, VIRUS_SCANNER, type VirusScanner } from './scan/virus-scanner.js';
import {
  DOCUMENT_STORE,
  type DocumentHere,
  DocumentsAway,
  type DocumentStore,
  type Hold,
} from './store/document-store.js';

/** A file as somebody sent it. */
export interface FileSent {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Told of what goes wrong outside of the program. */
export type OnTrouble = (what: 'documents' | 'virus scanner', error: unknown) => void;

export const DOCUMENT_TROUBLE = Symbol('DocumentTrouble');

const HOURS_BETWEEN_SWEEPS = 1;

/**
 * Documents as evidence. A file is looked at, scanned and kept first, and waits; an act then names it by its id. Anybody who has the id of a waiting
 * document may name it, because a draft may have been begun by somebody else; the id cannot be guessed. A document of a record is named again only by
 * the person who sent that record, as when a command is sent twice.
 */
@Injectable()
export class Documents {
  private sweptAt: Instant = '';

  constructor(
    @Inject(DOCUMENT_STORE) private readonly store: DocumentStore,
    @Inject(VIRUS_SCANNER) private readonly scanner: VirusScanner | null,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DOCUMENT_TROUBLE) private readonly onTrouble: OnTrouble,
  ) {}

  /**
   * Takes a file in.
   * @param by id of the person who sends it
   * @throws Refusal or Problem that says why it is not taken, and what to do
   */
  async add({ name, bytes }: FileSent, by: string): Promise<DocumentNamed> {
    const { kind, bare } = await inspected(bytes, name);
    await this.mustBeClean(bytes);
    const now = this.clock.now();
    const id = newSecret();
    const about: AboutDocument = {
      ...{ name: documentName(name, kind), type: kind.type, size: bare.length, sha256: sha256Of(bare) },
      ...{ addedBy: by, addedOn: londonDate(now) },
    };
    await this.sweep(now);
    await this.orAway(() => this.store.add(id, about, bare, now));
    return named(id, about);
  }

  /** Those that may be named by somebody, in the order of their ids; undefined for one that is not here, or is not theirs to name. */
  async named(ids: readonly string[], by: string): Promise<(DocumentNamed | undefined)[]> {
    return this.orAway(() =>
      Promise.all(
        ids.map(async (id) => {
          const here = await this.store.find(id);
          return here !== undefined && mayName(here, by) ? named(id, here.about) : undefined;
        }),
      ),
    );
  }

  /**
   * Carries out an act that names documents. They are held before it and let go where it is refused.
   * @param ids as the act names them; none where it names none
   * @param act is given the documents
   * @throws Problem `not-valid` where one is not here
   */
  async attachedTo(
    ids: readonly string[] | null | undefined,
    { asker, trial }: Pick<SentWith, 'asker' | 'trial'>,
    act: (documents: DocumentNamed[]) => Promise<WrittenDto>,
  ): Promise<WrittenDto> {
    if (ids === null || ids === undefined || ids.length === 0) return act([]);
    const documents = allHere(await this.named(ids, asker.person));
    if (trial !== undefined) return act(documents);
    const holds: Hold[] = [];
    try {
      await this.orAway(async () => {
        for (const id of ids) holds.push((await this.store.hold(id, asker.person)) ?? goneMeanwhile());
      });
      return await act(documents);
    } catch (error) {
      // Of anything else nobody knows whether the event was appended.
      if (isCertain(error)) await this.letGo(holds);
      throw error;
    }
  }

  /**
   * The bytes of a document that is part of a record, once all of them are known to be those that were recorded.
   * @throws Problem where they are not, or cannot be fetched
   */
  async open({ id, sha256 }: Pick<DocumentNamed, 'id' | 'sha256'>): Promise<Readable> {
    try {
      const digest = createHash('sha256');
      for await (const piece of this.store.open(id)) digest.update(piece);
      if (digest.digest('hex') !== sha256) throw new Error('The document has another hash than the event names.');
    } catch (error) {
      this.onTrouble('documents', error);
      throw error instanceof DocumentsAway ? cannotBeKept() : isNotAsRecorded();
    }
    return Readable.from(this.store.open(id), { objectMode: false });
  }

  /** A form that is saved keeps the documents in it for as long. Text is saved also while the documents cannot be reached. */
  async touch(ids: readonly string[]): Promise<void> {
    const now = this.clock.now();
    await this.ifNotAway(async () => {
      for (const id of ids) await this.store.touch(id, now);
    });
    await this.sweep(now);
  }

  /** They were taken out of a form, or thrown away with it. A document of a record stays. */
  async forget(ids: readonly string[]): Promise<void> {
    await this.ifNotAway(async () => {
      for (const id of ids) await this.store.forget(id);
    });
  }

  private async mustBeClean(bytes: Buffer): Promise<void> {
    if (this.scanner === null) return;
    try {
      if ((await this.scanner.scan(bytes)) === null) return;
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      this.onTrouble('virus scanner', error);
      throw isNotScanned();
    }
    throw isInfected();
  }

  private async letGo(holds: readonly Hold[]): Promise<void> {
    // A document that cannot be let go is kept for longer than it need be: the sender must hear why the act was refused, and not this.
    await this.ifNotAway(async () => {
      for (const hold of holds) await this.store.letGo(hold);
    });
  }

  /** Documents that were never sent go, and so do those of an upload that was cut short. */
  private async sweep(now: Instant): Promise<void> {
    if (this.sweptAt !== '' && now < addHours(this.sweptAt, HOURS_BETWEEN_SWEEPS)) return;
    this.sweptAt = now;
    await this.ifNotAway(() => this.store.forgetBefore(addHours(now, -(DAYS_UNSENT + 1) * 24)));
  }

  /** For work on the store that nobody waits for: a store that is away is noted, and the caller goes on. */
  private async ifNotAway(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof DocumentsAway)) throw error;
      this.onTrouble('documents', error);
    }
  }

  private async orAway<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DocumentsAway)) throw error;
      this.onTrouble('documents', error);
      throw cannotBeKept();
    }
  }
}

const named = (id: string, { name, type, size, sha256 }: AboutDocument): DocumentNamed => ({
  ...{ id, name, type, size, sha256 },
});

const mayName = ({ sentBy }: DocumentHere, person: string): boolean => sentBy.length === 0 || sentBy.includes(person);

const NOT_HERE = 'A file is not here any more: it is kept for 30 days until it is sent. Choose it again.';

const allHere = (found: readonly (DocumentNamed | undefined)[]): DocumentNamed[] => {
  const errors = found.flatMap((each, index): FieldError[] =>
    each === undefined ? [{ pointer: `/documents/${index}`, message: NOT_HERE }] : [],
  );
  if (errors.length > 0) throw notValid(errors);
  return found.filter((each) => each !== undefined);
};

const goneMeanwhile = (): never => {
  throw notValid([{ pointer: '/documents', message: NOT_HERE }]);
};

/** It was refused, and so nothing was appended. */
const isCertain = (error: unknown): boolean => (problemFrom(error)?.status ?? 500) < 500;

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
