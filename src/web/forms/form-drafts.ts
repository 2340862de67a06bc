import type { FastifyRequest } from 'fastify';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { timeInWords } from '../../calendar/in-words.js';
import { newSecret } from '../../platform/secret.js';
import type { Checked } from './drawn-form.js';
import type { Typed } from './typed.js';

/** Text that was typed into a form and is kept before it is sent. */
export interface DraftOfForm {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: Instant;
  /** The last day on which it is kept. */
  readonly keptUntil: LocalDate;
  /** Address that opens its form with what was typed. */
  readonly href: string;
  readonly command: string;
}

/** One of several drafts of a form. */
export interface OtherDraft extends DraftOfForm {
  /** The first words that were typed in it; empty where there are none to know it by. */
  readonly beginsWith: string;
}

/** The contents of a window that are to be kept. */
export interface WindowOfForm {
  readonly id: string;
  /** Revision of the draft that it has read; 0 where it begins one. */
  readonly read: number;
  readonly command: string;
  readonly typed: Typed;
  /** The same in words, for a person who may only read it. */
  readonly lines: readonly Checked[];
}

/** A draft that belongs to what its form is about, and to nobody alone. */
export interface SharedDraft {
  readonly id: string;
  /** Reference of what it belongs to. */
  readonly owner: string;
}

/** The store in which forms keep text that is not sent yet. The module that composes the pages hands it in; who asks, and which form it is, the request says. */
export interface FormDrafts {
  /**
   * @param owner to what it belongs, where it is not the writer’s own
   * @throws Refusal or Problem where another window has saved it since, or it was sent
   */
  save(request: FastifyRequest, window: WindowOfForm, owner?: string): Promise<DraftOfForm>;
  /** The draft with what was typed; undefined where there is none that they may go on with in this form. @param owner as of a save */
  open(request: FastifyRequest, id: string, owner?: string): Promise<{ draft: DraftOfForm; typed: Typed } | undefined>;
  /** Those of this person in this very form, the last saved first. */
  inThisForm(request: FastifyRequest): Promise<readonly OtherDraft[]>;
  /** It was sent, and is a draft no more. @param owner as of a save */
  sent(request: FastifyRequest, id: string, owner?: string): Promise<void>;
  /** With the documents that stand in it alone. It is one of this person’s own. */
  throwAway(request: FastifyRequest, id: string): Promise<void>;
}

export const FORM_DRAFTS = Symbol('FormDrafts');

const ID = /^[\w-]{16,64}$/;

/** The draft that a window says it holds, and the revision it has read; a new one where it says none. */
export const draftIn = ({ _draft, _draftRevision }: Typed): { id: string; read: number } => {
  if (typeof _draft !== 'string' || !ID.test(_draft)) return { id: newSecret(), read: 0 };
  return { id: _draft, read: typeof _draftRevision === 'string' ? Number(_draftRevision) || 0 : 0 };
};

/** The draft that the address of a page asks for. */
export const draftAskedFor = ({ query }: FastifyRequest): string | undefined => {
  const { draft } = (query ?? {}) as { draft?: unknown };
  return typeof draft === 'string' && ID.test(draft) ? draft : undefined;
};

/** The fields that are kept: all but those that belong to the window and the session. */
export const worthKeeping = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => !NOT_KEPT.includes(name)));

const NOT_KEPT = ['_csrf', '_command', '_step', '_draft', '_draftRevision', '_files', '_savesItself'];

/** Said once it is saved. */
export const savedAtInWords = ({ savedAt }: DraftOfForm): string => `Saved at ${timeInWords(savedAt)}`;
