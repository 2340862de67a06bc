import type { Type } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { AdviceDto, WrittenDto } from '../../platform/http/written.dto.js';
import type { ChoicesBy, EntriesInWords } from './drawn-form.js';
import type { SharedDraft } from './form-drafts.js';
import type { Form } from './form.js';
import type { Typed } from './typed.js';

/** The data with which a form is drawn, besides its definition. */
export interface AroundForm {
  readonly choices: ChoicesBy;
  /** The page to which "Back" and "Cancel" lead. */
  readonly back: string;
  /** Above the heading. */
  readonly caption?: string;
  /** The caption holds words that people chose, such as names of files and teams: it is shown as it is. */
  readonly isCaptionInTheirWords?: boolean;
  /** Revision that is read with the form; undefined where it begins something. */
  readonly revision?: number;
  /** The events since a revision, for a person who wrote meanwhile. */
  readonly since?: (revision: number) => readonly object[];
  /** The text that a button copies into a field, by its name. */
  readonly copied?: Readonly<Record<string, CopiedRows>>;
  /** How names and numbers are said where the form is checked: a record number with the initials of the child. */
  readonly entries?: EntriesInWords;
  /** View in the place of the usual one, which extends it. */
  readonly view?: string;
  /** Further data for that view. */
  readonly more?: object;
  /** Code of the ladder of what it is about, on which things may be called otherwise. */
  readonly ladder?: string;
}

/** Records that a writer may want to read before they go on. */
export interface BesideForm {
  readonly heading: string;
  readonly items: readonly { readonly text: string; readonly href: string; readonly more: string }[];
}

/** Rows that are there already, as they would be typed. */
export interface CopiedRows {
  readonly rows: readonly Typed[];
  /** The parts of them that were left out and why, in a sentence each. */
  readonly leftOut: readonly string[];
  /** The texts that the same button writes into other fields, if they are empty. */
  readonly also?: Typed;
}

/** Consequences of which several are alike: a row of a table each, after the sentences. */
export interface InATable {
  readonly sentences: readonly string[];
  readonly table: {
    readonly caption: string;
    readonly heads: readonly string[];
    /** The first cell is the name of its row. */
    readonly rows: readonly (readonly string[])[];
  } | null;
}

/** How what a form stands for is carried out. */
export interface Carrying {
  /** Its pages, in order: one, unless so much is asked that it takes several. */
  readonly pages: readonly [Form, ...Form[]];
  /** Class of the body of the API that all of them together are. */
  readonly body: Type;
  /** Asked for each time it is drawn: others may have written meanwhile. @param typed what stands in it so far */
  around(typed?: Typed): Promise<AroundForm>;
  /**
   * What was typed, with what the program keeps in the place of what people write: the record number for the initials of a child.
   * @throws Problem `not-valid` with the choices, where several things could be meant
   */
  meant?(typed: Typed): Promise<Typed>;
  /** By the route of the API, called as a function. */
  carryOut(body: object, sent: SentWith): Promise<WrittenDto>;
  /** The consequences of the events that it would give. */
  follows(events: readonly DomainEvent[]): Promise<readonly string[] | InATable>;
  /** The words of the button with which it is sent, if they depend on what is found before. @param advice that the act gives; the words of the form otherwise */
  button?(advice: readonly AdviceDto[]): string | undefined;
  /** The page to which it leads once it is done. */
  leadsTo(written: WrittenDto): string | Promise<string>;
  /** The message that the next page shows once, if it depends on the result of the act. @param done the message of the form, shown otherwise */
  said?(written: WrittenDto, sent: SentWith, done: string): string | Promise<string>;
  /**
   * The draft of the form, where it is not its writer’s own but belongs to what the form is about: a person who may use the form goes on with
   * it, and a window that has not read the last save overwrites nothing.
   */
  sharedDraft?(): Promise<SharedDraft>;
  /** Records that are there already about what was typed so far, shown beside the pages after the first, and where it is checked. */
  beside?(typed: Typed): Promise<BesideForm | null>;
  /**
   * Values for the fields of later pages, while an earlier page is tried, so that nothing is refused that a later page may
   * still put right. A field that has been asked already is never filled from it.
   */
  meanwhile?(): Promise<Readonly<Record<string, unknown>>>;
}
