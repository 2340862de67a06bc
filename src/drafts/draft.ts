import type { Instant, LocalDate } from '../calendar/calendar.js';
import { addDays, daysBetween, londonDate } from '../calendar/dates.js';
import { invalid, refuse, Refusal } from '../platform/decider.js';

/** The form that a draft was begun in. */
export interface FormOfDraft {
  /** Row of the access table by which it is sent: `dispute.answer`. */
  readonly act: string;
  /** Address of its page, without a query: `/disputes/DRP-7K4M-2QXH/answer`. */
  readonly address: string;
  /** Person id of the one for whom it is sent; null where its writer sends it for themselves. */
  readonly actingFor: string | null;
}

/** A text that somebody has begun to write in a form and has not sent. Nothing of what was written is readable in it. */
export interface Draft {
  readonly id: string;
  /** The id for which its text is sealed: its own, or the id of the draft from which it was kept apart. */
  readonly origin: string;
  /** The number of changes; the first save is 1. */
  readonly revision: number;
  /** Person id of the one who may write in it. */
  readonly writer: string;
  /** Person ids of those whom the writer lets read it. */
  readonly readers: readonly string[];
  /** Person id of the one who passed it on to its writer; null where nobody did. */
  readonly passedOnBy: string | null;
  readonly form: FormOfDraft;
  /** Id of the command that it will be: sent from two windows it takes effect once. */
  readonly command: string;
  readonly begunAt: Instant;
  readonly savedAt: Instant;
  /** The text that was typed, sealed; null once it was sent or thrown away. */
  readonly sealed: string | null;
}

/** Days for which a draft is kept after it was last saved. */
export const DAYS_KEPT = 30;
/** Days before its end from which a person who sees it is warned. */
const DAYS_WARNED = 7;
/** People whom one draft may be shown to. */
const MOST_READERS = 10;

/** The last day on which it is there. */
export const keptUntil = ({ savedAt }: Pick<Draft, 'savedAt'>): LocalDate => addDays(londonDate(savedAt), DAYS_KEPT);

/** Whether it may still be read and written in: it has not been sent, thrown away, or left for too long. */
export const isThere = (draft: Draft | undefined, now: Instant): draft is Draft =>
  draft !== undefined && draft.sealed !== null && daysBetween(londonDate(now), keptUntil(draft)) >= 0;

/** Whether its end is so near that it must be said. */
export const endsSoon = (draft: Draft, now: Instant): boolean =>
  daysBetween(londonDate(now), keptUntil(draft)) <= DAYS_WARNED;

/** The contents that a window sends to be kept. */
export interface Save {
  readonly id: string;
  readonly writer: string;
  /** Revision that the window has read; 0 where it begins the draft. */
  readonly read: number;
  readonly form: FormOfDraft;
  readonly command: string;
  readonly sealed: string;
}

/**
 * The draft as it is after a save.
 * @throws Refusal `draft-saved-elsewhere` where another window has saved it since, `draft-gone` where it was sent or thrown away
 */
export const saved = (before: Draft | undefined, save: Save, now: Instant): Draft => {
  const { id, writer, read, form, command, sealed } = save;
  if (before === undefined) {
    // The window knows of a draft that nobody has any more: it was left for too long. Its text is kept.
    const fresh = { id, origin: id, revision: 1, writer, readers: [], passedOnBy: null };
    return { ...fresh, form, command, begunAt: now, savedAt: now, sealed };
  }
  mustBeWriter(before, writer);
  if (before.sealed === null) throw gone();
  if (before.form.address !== form.address)
    invalid('draft-of-another-form', 'This draft was begun in another form. Open it from your drafts.');
  mustHaveRead(before, read);
  return { ...before, revision: before.revision + 1, form, command, savedAt: now, sealed };
};

/** Lets somebody read it. @throws Refusal `not-yours`, `draft-for-too-many` */
export const shownTo = (draft: Draft, writer: string, reader: string): Draft => {
  mustBeWriter(draft, writer);
  if (reader === draft.writer) invalid('reader-is-writer', 'You write this draft: name somebody else to read it.');
  if (draft.readers.includes(reader)) return draft;
  if (draft.readers.length >= MOST_READERS)
    refuse(
      'draft-for-too-many',
      `A draft is shown to ${MOST_READERS} people at most. Stop showing it to somebody first.`,
    );
  return changed(draft, { readers: [...draft.readers, reader] });
};

/** Takes it out of somebody's sight again. */
export const hiddenFrom = (draft: Draft, writer: string, reader: string): Draft => {
  mustBeWriter(draft, writer);
  return draft.readers.includes(reader)
    ? changed(draft, { readers: draft.readers.filter((each) => each !== reader) })
    : draft;
};

/**
 * Gives it to somebody else, who goes on with it and sends it. The one who gives it reads it no more; who was named to read it still does.
 * A text that was typed for somebody is theirs once it is passed on to them.
 */
export const passedOn = (draft: Draft, writer: string, to: string): Draft => {
  mustBeWriter(draft, writer);
  if (to === writer) invalid('passed-on-to-writer', 'This draft is yours already: name somebody else.');
  const actingFor = draft.form.actingFor === to ? null : draft.form.actingFor;
  return changed(draft, {
    writer: to,
    passedOnBy: writer,
    readers: draft.readers.filter((each) => each !== to),
    form: { ...draft.form, actingFor },
  });
};

/** Whoever has the work of somebody who left goes on with what was passed on to that person, and it says by whom. */
export const fallenTo = (draft: Draft, to: string): Draft =>
  changed(draft, {
    writer: to,
    readers: draft.readers.filter((each) => each !== to),
    form: { ...draft.form, actingFor: null },
  });

/** Sent, or thrown away: the text goes, and a mark stays so that no other copy brings it back. */
export const emptied = (draft: Draft, writer: string): Draft => {
  mustBeWriter(draft, writer);
  return changed(draft, { sealed: null, readers: [] });
};

/** A text that two places saved apart is kept twice, the second time as a draft of its own. @param id of the new draft */
export const keptApart = (draft: Draft, id: string): Draft => ({ ...draft, id, revision: 1, readers: [] });

const changed = (draft: Draft, what: Partial<Draft>): Draft => ({
  ...draft,
  ...what,
  revision: draft.revision + 1,
});

/** Nobody but its writer is told that it is there. */
const mustBeWriter = (draft: Draft, person: string): void => {
  if (draft.writer !== person)
    throw new Refusal('not-found', 'not-found', 'There is no draft of yours under this id. Look at your drafts.');
};

const mustHaveRead = ({ revision }: Draft, read: number): void => {
  if (revision === read) return;
  throw new Refusal(
    'stale',
    'draft-saved-elsewhere',
    'This draft was saved in another window since this one was opened, and nothing has been overwritten. Open the newer one, or keep ' +
      'this text as a draft of its own.',
    { read, actual: revision },
  );
};

const gone = (): Refusal =>
  new Refusal(
    'stale',
    'draft-gone',
    'This draft was sent or thrown away in another window. Keep this text as a draft of its own if you still need it.',
  );
