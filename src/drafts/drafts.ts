import { Inject, Injectable } from '@nestjs/common';
import type { Instant } from '../calendar/calendar.js';
import { addHours } from '../calendar/dates.js';
import { Documents } from '../documents/documents.js';
import type { Clock } from '../platform/clock/clock.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { Sealing } from '../platform/sealing/sealing.js';
import { CLOCK } from '../platform/tokens.js';
import {
  DAYS_KEPT,
  type Draft,
  emptied,
  fallenTo,
  type FormOfDraft,
  hiddenFrom,
  isThere,
  passedOn,
  saved,
  shownTo,
} from './draft.js';
import { documentsIn as documentsInForm } from '../web/forms/form-documents.js';
import { DraftAccess, type DraftToAsk } from './draft-access.js';
import { DraftsLeftBehind } from './left-behind.js';
import { DRAFT_STORE, type DraftStore } from './store/draft-store.js';

/** The text of a draft. */
export interface DraftContent {
  /** As the form sends it. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** The same in words, for a person who may only read it; empty where nobody could say. */
  readonly lines: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** The contents that a window sends to be kept, still readable. */
export interface SaveOfWindow {
  readonly id: string;
  readonly writer: string;
  /** Revision that the window has read; 0 where it begins the draft. */
  readonly read: number;
  readonly form: FormOfDraft;
  readonly command: string;
  readonly content: DraftContent;
}

/** A draft with whether its reader may still have it. */
export interface DraftListed {
  readonly draft: Draft;
  /** Their access has ended: it is said that there is one, and nothing of it. */
  readonly noLongerYours: boolean;
}

export interface DraftOpened extends DraftListed {
  /** Null where it is no longer theirs, or was sealed with a key that is not here. */
  readonly content: DraftContent | null;
}

/** Attempts at a change if another instance was quicker. */
const MOST_TRIES = 3;
const HOURS_BETWEEN_SWEEPS = 1;

/** Drafts of everybody. Their text is sealed before it is kept, and opened for nobody who may not have it now. */
@Injectable()
export class Drafts {
  private sweptAt: Instant = '';

  constructor(
    @Inject(DRAFT_STORE) private readonly store: DraftStore,
    private readonly sealing: Sealing,
    private readonly access: DraftAccess,
    private readonly leftBehind: DraftsLeftBehind,
    private readonly documents: Documents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what was typed. The same save sent twice counts once, and where nothing has changed nothing is written.
   * @throws Refusal `draft-saved-elsewhere`, `draft-gone`, `draft-of-another-form`
   */
  async save({ id, writer, read, form, command, content }: SaveOfWindow): Promise<Draft> {
    await this.sweep();
    const text = JSON.stringify(content);
    return this.change(id, (before) => {
      const isSame = before?.sealed != null && before.writer === writer && this.textOf(before) === text;
      if (isSame && [read, read + 1].includes(before.revision)) return before;
      const sealed = this.sealing.seal(aboutOf(before?.origin ?? id), text);
      return saved(before, { id, writer, read, form, command, sealed }, this.clock.now());
    });
  }

  /** All that somebody writes or may read, the last saved first. */
  async of(person: string): Promise<DraftListed[]> {
    await this.sweep();
    await this.takeWhatFellTo(person);
    const all = (await this.store.of(person)).filter((draft) => isThere(draft, this.clock.now()));
    return Promise.all(all.map(async (draft) => ({ draft, noLongerYours: !(await this.isStillFor(draft, person)) })));
  }

  /** A draft that was passed on to somebody who has left waits with nobody, until whoever has the work looks at their drafts. */
  private async takeWhatFellTo(person: string): Promise<void> {
    for (const left of this.leftBehind.whoHaveLeft()) {
      if (left === person) continue;
      for (const draft of await this.store.of(left)) {
        const isLeft = draft.writer === left && draft.passedOnBy !== null && isThere(draft, this.clock.now());
        if (!isLeft || !(await this.leftBehind.isTheirs({ ...this.toAsk(draft), ...draft }, person))) continue;
        await this.changeExisting(draft.id, left, (each) => fallenTo(each, person));
      }
    }
  }

  /** @throws Problem `not-found` where there is none, or none that they write or were named to read */
  async open(id: string, person: string): Promise<DraftOpened> {
    const found = await this.find(id, person);
    if (found === undefined) throw notFound();
    return found;
  }

  /** The same, undefined where there is none. */
  async find(id: string, person: string): Promise<DraftOpened | undefined> {
    const draft = await this.store.find(id);
    if (!isThere(draft, this.clock.now()) || !isOneOf(draft, person)) return undefined;
    const noLongerYours = !(await this.isStillFor(draft, person));
    const text = noLongerYours ? null : this.textOf(draft);
    return { draft, noLongerYours, content: text === null ? null : (JSON.parse(text) as DraftContent) };
  }

  /**
   * A draft that belongs to what its form is about, for a person who may use that form; undefined where there is none.
   * @param owner reference of what it belongs to
   */
  async findOf(owner: string, id: string, person: string): Promise<DraftOpened | undefined> {
    const draft = await this.store.find(id);
    if (!isThere(draft, this.clock.now()) || draft.writer !== owner) return undefined;
    const noLongerYours = !(await this.access.mayWrite(draft.form, person));
    const text = noLongerYours ? null : this.textOf(draft);
    return { draft, noLongerYours, content: text === null ? null : (JSON.parse(text) as DraftContent) };
  }

  /** Those that somebody writes in one form, each with its text where they may still have it. Whether they may use the form, it says itself. */
  async inForm(address: string, writer: string): Promise<DraftOpened[]> {
    const all = await this.store.of(writer);
    const theirs = all.filter((draft) => draft.writer === writer && draft.form.address === address);
    const found = await Promise.all(theirs.map(({ id }) => this.find(id, writer)));
    return found.filter((each) => each !== undefined);
  }

  /** Whether its writer, who may use the form still, can do the act now. */
  canBeSentNow({ form, writer }: Draft): Promise<boolean> {
    return this.access.canDoNow(form, writer);
  }

  /** @throws Problem `reader-may-not-see` where what it is about is not theirs to see */
  async show(id: string, writer: string, reader: string): Promise<Draft> {
    const draft = await this.existing(id, writer);
    if (!(await this.access.mayRead(this.toAsk(draft), reader))) throw notForThem('reader-may-not-see', 'read');
    return this.changeExisting(id, writer, (each) => shownTo(each, writer, reader));
  }

  hide(id: string, writer: string, reader: string): Promise<Draft> {
    return this.changeExisting(id, writer, (draft) => hiddenFrom(draft, writer, reader));
  }

  /**
   * If the one whom it is for is away today, it goes to whoever stands in, who sends it for them.
   * @throws Problem `may-not-send` where the one it is passed on to could not send it
   */
  async passOn(id: string, writer: string, to: string): Promise<Draft> {
    const draft = await this.existing(id, writer);
    if (!(await this.access.mayTakeOver(this.toAsk(draft), to))) throw notForThem('may-not-send', 'send');
    const standsIn = this.leftBehind.whoStandsInFor(to);
    const forThem = { ...draft, form: { ...draft.form, actingFor: to } };
    const isForWhoStandsIn =
      standsIn !== undefined &&
      standsIn !== writer &&
      (await this.access.mayTakeOver({ ...this.toAsk(draft), form: forThem.form }, standsIn));
    return this.changeExisting(id, writer, (each) =>
      isForWhoStandsIn ? passedOn({ ...each, form: forThem.form }, writer, standsIn) : passedOn(each, writer, to),
    );
  }

  /** With the documents that stand in it, and in no other draft of its writer. */
  async throwAway(id: string, writer: string): Promise<Draft> {
    const documents = this.documentsIn(await this.existing(id, writer));
    const thrownAway = await this.changeExisting(id, writer, (draft) => emptied(draft, writer));
    const kept = new Set((await this.store.of(writer)).flatMap((draft) => this.documentsIn(draft)));
    await this.documents.forget(documents.filter((each) => !kept.has(each)));
    return thrownAway;
  }

  /** The form of the draft has been sent, so its text goes. Without such a draft there is nothing to do. */
  async sent(id: string, writer: string): Promise<void> {
    const draft = await this.store.find(id);
    if (isThere(draft, this.clock.now()) && draft.writer === writer)
      await this.changeExisting(id, writer, (each) => emptied(each, writer));
  }

  private documentsIn(draft: Draft): string[] {
    const text = this.textOf(draft);
    return text === null ? [] : documentsInForm((JSON.parse(text) as DraftContent).typed);
  }

  private async existing(id: string, writer: string): Promise<Draft> {
    const draft = await this.store.find(id);
    if (!isThere(draft, this.clock.now()) || draft.writer !== writer) throw notFound();
    return draft;
  }

  private changeExisting(id: string, writer: string, change: (draft: Draft) => Draft): Promise<Draft> {
    return this.change(id, (before) => {
      if (!isThere(before, this.clock.now()) || before.writer !== writer) throw notFound();
      return change(before);
    });
  }

  /** Another instance may have changed it between the reading and the writing: it is then decided again. */
  private async change(id: string, decide: (before: Draft | undefined) => Draft): Promise<Draft> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = await this.store.find(id);
      const after = decide(before);
      if (after === before || (await this.store.put(after, before?.revision ?? 0))) return after;
    }
    throw new Problem(503, 'draft-busy', 'This draft is being saved elsewhere at this moment. Send it again.', {
      headers: { 'retry-after': '1' },
    });
  }

  private isStillFor(draft: Draft, person: string): Promise<boolean> {
    return draft.writer === person
      ? this.access.mayWrite(draft.form, person)
      : this.access.mayRead(this.toAsk(draft), person);
  }

  private toAsk(draft: Draft): DraftToAsk {
    const text = this.textOf(draft);
    const { form, writer } = draft;
    return { form, writer, typed: text === null ? {} : (JSON.parse(text) as DraftContent).typed };
  }

  /** Null where it was sealed with another key. */
  private textOf({ origin, sealed }: Draft): string | null {
    return sealed === null ? null : this.sealing.open(aboutOf(origin), sealed);
  }

  /** A draft that has been left for too long goes, with the marks of those that were sent. */
  private async sweep(): Promise<void> {
    const now = this.clock.now();
    if (this.sweptAt !== '' && now < addHours(this.sweptAt, HOURS_BETWEEN_SWEEPS)) return;
    this.sweptAt = now;
    await this.store.forgetBefore(addHours(now, -(DAYS_KEPT + 1) * 24));
  }
}

/** The id for which the text of a draft is sealed. @param origin id of the draft in which it was first kept */
export const aboutOf = (origin: string): string => `draft ${origin}`;

const isOneOf = ({ writer, readers }: Draft, person: string): boolean => writer === person || readers.includes(person);

const notForThem = (code: string, what: string): Problem =>
  new Problem(
    409,
    code,
    `The person you named may not ${what} this, by their post and by what it is about. Name another.`,
  );
