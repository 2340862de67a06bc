import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Bodies } from '../../access/bodies.js';
import type { SentWith } from '../../access/sent.js';
import { dayInWords } from '../../calendar/in-words.js';
import type { DomainEvent } from '../../platform/decider.js';
import { type FieldError, Problem, problemFrom } from '../../platform/http/problem.js';
import { SeeOther } from '../../platform/http/see-other.js';
import { newSecret } from '../../platform/secret.js';
import { onRefusal, OtherPage } from '../frame/page.js';
import { SHARED_BY_PAGES, type SharedByPages, type WordsOfPages, wordsOnLadder } from '../frame/shared.js';
import { carried, checked, type Checked, type ChoicesBy, drawnForm, inWords, type Notes } from './drawn-form.js';
import {
  draftAskedFor,
  draftIn,
  type DraftOfForm,
  FORM_DRAFTS,
  type FormDrafts,
  type OtherDraft,
  savedAtInWords,
  type SharedDraft,
  worthKeeping,
} from './form-drafts.js';
import type { Choice } from './form.js';
import { documentsIn, FILES_IN_FORM, FORM_DOCUMENTS, type FormDocuments, withDocuments } from './form-documents.js';
import { isAskedFirst, isLeaving, type Leaving } from './leaving.js';
import { changesNothing, isOvertaken, mustHaveChanged, SAVED_BY_ANOTHER } from './overtaken.js';
import { plainly } from './plainly.js';
import { bodyFrom, type Typed } from './typed.js';
import type { AroundForm, Carrying, InATable } from './carrying.js';
import {
  commandIn,
  fieldsOf,
  firstWrong,
  isAbout,
  pageAskedFor,
  pageIn,
  standInsFor,
  withCopies,
  withOneMoreRow,
  withoutFieldsOf,
} from './fields-of-pages.js';

/** With what a form is drawn besides what was typed. */
interface Drawn {
  readonly problem?: Problem;
  readonly command?: string;
  /** The draft that was opened in it. */
  readonly draft?: DraftOfForm;
  /** Other drafts of the same form, which are offered. */
  readonly others?: readonly OtherDraft[];
  /** A draft was asked for that does not exist any more. */
  readonly isMissed?: boolean;
  /** The reason why the form was not saved. */
  readonly warned?: Problem;
  /** Where to go on from there. */
  readonly waysOn?: WaysOn;
  /** The messages about fields, by the name of each, besides the faults. */
  readonly notes?: Notes;
}

/** A text that was typed, and what happened since. */
interface KeptText {
  readonly lines: readonly Checked[];
  readonly meanwhile: readonly object[];
}

const FORM = 'web/forms/form';

const SAVED = 'web/forms/saved';

const CHECK = 'web/forms/check';

const LEAVE = 'web/forms/leave';

/**
 * Draws forms, checks them and sends them. The typed values are checked against the same class as a body of the API, by the same pipes, and
 * carried out by the same route, once as a trial that shows what follows, and once for good.
 */
@Injectable()
export class Forms {
  constructor(
    private readonly bodies: Bodies,
    @Inject(SHARED_BY_PAGES) private readonly shared: SharedByPages,
    @Inject(FORM_DRAFTS) private readonly drafts: FormDrafts,
    @Inject(FORM_DOCUMENTS) private readonly documents: FormDocuments,
  ) {}

  /** @param typed what stands in it when it is opened, where no draft is asked for */
  async show(carrying: Carrying, request: FastifyRequest, typed: Typed = {}): Promise<OtherPage> {
    const shared = await carrying.sharedDraft?.();
    const named = draftAskedFor(request);
    const asked = named ?? shared?.id;
    const opened = asked === undefined ? undefined : await this.drafts.open(request, asked, ownerIn(asked, shared));
    if (opened === undefined) {
      const isMissed = named !== undefined;
      const others = await this.drafts.inThisForm(request);
      const begun = shared === undefined ? typed : { ...typed, _draft: shared.id };
      return this.page(request, carrying, 0, begun, { others, isMissed });
    }
    const { draft } = opened;
    const kept = { ...opened.typed, _command: draft.command, _draft: draft.id, _draftRevision: String(draft.revision) };
    return this.page(request, carrying, pageAskedFor(request, carrying) ?? pageIn(carrying, kept), kept, { draft });
  }

  /**
   * The text of the draft that was asked for, where its form cannot be sent now, with what happened since it was begun; null where no draft is
   * asked for, or none that this person may go on with.
   */
  async keptIn(carrying: Carrying, request: FastifyRequest): Promise<KeptText | null> {
    const id = draftAskedFor(request);
    const opened = id === undefined ? undefined : await this.drafts.open(request, id);
    if (opened === undefined) return null;
    const { since } = await carrying.around(opened.typed);
    return {
      lines: await this.linesOf(carrying, opened.typed, request),
      meanwhile: since?.(Number(opened.typed._revision)) ?? [],
    };
  }

  async send(carrying: Carrying, sent: SentWith, request: FastifyRequest): Promise<OtherPage | SeeOther> {
    const { pages, body: metatype } = carrying;
    const { typed: written, problem: ofAFile } = await this.withFiles(request);
    const at = pageIn(carrying, written);
    if (ofAFile !== undefined) return this.page(request, carrying, at, written, { problem: ofAFile });
    const asked = typeof written._step === 'string' ? written._step : 'check';
    // A form that is sent at once is never tried before.
    const step = asked === 'check' && pages.length === 1 && pages[0].isSentAtOnce ? 'send' : asked;
    if (step.startsWith('change'))
      return this.page(request, carrying, Number(step.slice('change-'.length)) || 0, written);
    if (step === 'save-apart')
      return this.save(carrying, { ...written, _draft: newSecret(), _draftRevision: '0' }, request, true);
    if (step === 'save' || step === 'save-quietly') return this.save(carrying, written, request, step === 'save');
    if (isLeaving(step)) return this.leave(carrying, written, request, step);
    if (step === 'upload') return this.page(request, carrying, at, written);
    if (step.startsWith(REMOVE_FILE))
      return this.page(request, carrying, at, await this.withoutFile(written, step.slice(REMOVE_FILE.length)));
    if (step === 'back') return this.page(request, carrying, Math.max(0, at - 1), written);
    if (step.startsWith('copy-')) {
      const { copied, notes } = await withCopies(carrying, pages[at]!, written, step);
      return this.page(request, carrying, at, copied, { notes });
    }
    if (step.startsWith('add-')) return this.page(request, carrying, at, withOneMoreRow(pages[at]!, written, step));
    onRefusal(request, (problem) => this.refused(request, carrying, written, problem));
    const typed = await this.meant(written, at, carrying);
    if (step === 'check' && at < pages.length - 1) {
      const problem = await this.wrongUpTo(at, carrying, typed, sent);
      if (problem === undefined) return this.onTo(at + 1, request, carrying, typed);
      return this.page(request, carrying, firstWrong(carrying, problem) ?? at, typed, { problem });
    }
    const body = (await this.bodies.read(bodyFrom(fieldsOf(pages), typed), metatype)) as object;
    if (step === 'send') {
      const shared = await carrying.sharedDraft?.();
      if (await isOvertaken(this.drafts, request, typed, shared))
        return this.apart(request, carrying, typed, SAVED_BY_ANOTHER);
      // The ladder is asked for before the act, after which its sender may read no more of what it is about.
      const words = await this.wordsFor(await carrying.around().catch((): Pick<AroundForm, 'ladder'> => ({})));
      const result = await carrying.carryOut(body, sent);
      mustHaveChanged(result);
      const done = inWords(pages.at(-1)!.done, words);
      const said = (await carrying.said?.(result, sent, done)) ?? done;
      const next = await this.shared.nextInWork(sent.asker, result.reference);
      const { id } = draftIn(typed);
      await this.drafts.sent(request, id, ownerIn(id, shared));
      // A text that was kept apart from the shared one has taken its place.
      if (shared !== undefined && shared.id !== id) await this.drafts.sent(request, shared.id, shared.owner);
      return new SeeOther(
        await carrying.leadsTo(result),
        { text: plainly(said), ...(next === null ? {} : { next }) },
        result,
      );
    }
    const events: DomainEvent[] = [];
    let givesNothing = false;
    const trial = (given: readonly DomainEvent[]): void => {
      events.push(...given);
      givesNothing = given.length === 0;
    };
    const { advice } = await carrying.carryOut(body, { ...sent, trial });
    if (givesNothing && events.length === 0) throw changesNothing();
    const follows = await carrying.follows(events);
    const { sentences, table } = 'sentences' in follows ? follows : { sentences: follows, table: null };
    return this.check(request, carrying, await this.keptOnTheWay(carrying, typed, request), {
      advice: advice.map(({ message }) => plainly(message)),
      will: sentences,
      table,
      button: carrying.button?.(advice),
    });
  }

  /**
   * The next page of a form of several, at an address of its own, so that the browser’s own way back and a reload show each page with what
   * was typed. Where that cannot be kept, the page is drawn as the answer, and nothing is lost either.
   */
  private async onTo(
    at: number,
    request: FastifyRequest,
    carrying: Carrying,
    typed: Typed,
  ): Promise<OtherPage | SeeOther> {
    const draft = await this.keep({ ...typed, _page: String(at) }, carrying, request);
    return draft === undefined
      ? this.page(request, carrying, at, typed)
      : new SeeOther(addressOfPage(request, draft.id, at));
  }

  /** The form before it is checked; if it has several pages it is kept first, so that the way back from the check leads to what was typed. */
  private async keptOnTheWay(carrying: Carrying, typed: Typed, request: FastifyRequest): Promise<Typed> {
    if (carrying.pages.length === 1) return typed;
    const draft = await this.keep(typed, carrying, request);
    return draft === undefined ? typed : { ...typed, _draft: draft.id, _draftRevision: String(draft.revision) };
  }

  /** Undefined where another window has saved it since, or it can be kept no more. */
  private async keep(typed: Typed, carrying: Carrying, request: FastifyRequest): Promise<DraftOfForm | undefined> {
    const { id, read } = draftIn(typed);
    try {
      const owner = ownerIn(id, await carrying.sharedDraft?.());
      const lines = await this.linesOf(carrying, typed, request);
      await this.documents.touch(documentsIn(typed));
      const window = { id, read, command: commandIn(typed), typed: worthKeeping(typed), lines };
      return await this.drafts.save(request, window, owner);
    } catch (error) {
      if (problemFrom(error) === undefined) throw error;
      return undefined;
    }
  }

  /** The typed text with the files that came with it. Files are kept before anything else is looked at, so that nobody chooses one twice. */
  private async withFiles(request: FastifyRequest): Promise<{ typed: Typed; problem?: Problem }> {
    const typed = (request.body ?? {}) as Typed;
    const { ids, problem } = await this.documents.take(request);
    const all = [...documentsIn(typed), ...ids];
    return {
      typed: ids.length === 0 ? typed : withDocuments(typed, all),
      ...(problem === undefined ? {} : { problem: atTheFiles(problem) }),
    };
  }

  private async withoutFile(typed: Typed, id: string): Promise<Typed> {
    await this.documents.forget([id]);
    return withDocuments(
      typed,
      documentsIn(typed).filter((each) => each !== id),
    );
  }

  /** The choices of a form, with the files that are in it. */
  private async choicesWith(choices: ChoicesBy, typed: Typed, request: FastifyRequest): Promise<ChoicesBy> {
    const ids = documentsIn(typed);
    const files: readonly Choice[] = ids.length === 0 ? [] : await this.documents.inWords(request, ids);
    return { ...choices, [FILES_IN_FORM]: files };
  }

  /**
   * Keeps what was typed, by the button or by the script of the page. If another window has saved it since, nothing is overwritten:
   * the form is drawn again with what was typed, which from then on is a draft of its own.
   */
  private async save(
    carrying: Carrying,
    typed: Typed,
    request: FastifyRequest,
    byButton: boolean,
  ): Promise<OtherPage | SeeOther> {
    const { id, read } = draftIn(typed);
    const command = commandIn(typed);
    const owner = ownerIn(id, await carrying.sharedDraft?.());
    try {
      const lines = await this.linesOf(carrying, typed, request);
      await this.documents.touch(documentsIn(typed));
      const window = { id, read, command, typed: worthKeeping(typed), lines };
      const draft = await this.drafts.save(request, window, owner);
      const said = savedAtInWords(draft);
      if (!byButton) return new OtherPage(SAVED, { sentence: said, revision: draft.revision });
      const where = owner === undefined ? 'It is among your drafts' : 'Whoever may use this page goes on with it';
      return new SeeOther(draft.href, `${said}. ${where} until ${dayInWords(draft.keptUntil)}.`);
    } catch (error) {
      const refused = problemFrom(error);
      if (refused === undefined) throw error;
      const isOfAnother = owner !== undefined && refused.code === 'draft-saved-elsewhere';
      const problem = isOfAnother ? SAVED_BY_ANOTHER : refused;
      const ways = waysOn(request, id, problem);
      if (!byButton) return new OtherPage(SAVED, { sentence: problem.detail, ways }, statusOf(problem));
      return this.apart(request, carrying, typed, problem);
    }
  }

  /** The form again with what was typed, which from then on is a draft of its writer’s own, and the way to the newer one. */
  private apart(request: FastifyRequest, carrying: Carrying, typed: Typed, warned: Problem): Promise<OtherPage> {
    const ways = waysOn(request, draftIn(typed).id, warned);
    const kept = { ...typed, _draft: newSecret(), _draftRevision: '0' };
    return this.page(request, carrying, pageIn(carrying, typed), kept, { warned, waysOn: ways });
  }

  /** Leaves the form unsent: without asking where nothing of this person’s would stay behind or be lost. */
  private async leave(
    carrying: Carrying,
    typed: Typed,
    request: FastifyRequest,
    step: Leaving,
  ): Promise<OtherPage | SeeOther> {
    const { back, caption, isCaptionInTheirWords } = await carrying.around();
    const { id, read } = draftIn(typed);
    if (step === 'keep') {
      const kept = await this.save(carrying, typed, request, true);
      return kept instanceof SeeOther ? new SeeOther(back, kept.flash) : kept;
    }
    // A draft that belongs to what the form is about is not one person’s to throw away.
    if (ownerIn(id, await carrying.sharedDraft?.()) !== undefined) return new SeeOther(back);
    const isKept = (await this.drafts.open(request, id)) !== undefined;
    if (step === 'cancel' && isAskedFirst(carrying.pages, typed, isKept))
      return new OtherPage(LEAVE, {
        ...{ title: 'What becomes of what you have written?', caption, isCaptionInTheirWords, isKept },
        ...{ carried: carried(typed), command: commandIn(typed), revision: typed._revision },
        ...{ at: pageIn(carrying, typed), draft: { id, revision: read } },
      });
    if (!isKept) return new SeeOther(back);
    await this.drafts.throwAway(request, id);
    return new SeeOther(back, 'What you had written was thrown away.');
  }

  private async wordsFor({ ladder }: Pick<AroundForm, 'ladder'>): Promise<WordsOfPages> {
    return wordsOnLadder(await this.shared.words(), ladder);
  }

  /** The typed values in words, as the page shows them on which they are checked. */
  private async linesOf(
    { pages, around }: Carrying,
    typed: Typed,
    request: FastifyRequest,
  ): Promise<readonly Checked[]> {
    const all = await around(typed);
    const words = await this.wordsFor(all);
    const { choices: given, entries } = all;
    const choices = await this.choicesWith(given, typed, request);
    return pages.flatMap((form) => checked(form, typed, choices, words, entries));
  }

  /**
   * What was typed, as what is meant by it. Where an entry could mean several things, whatever else is wrong by its form on the pages so far is
   * said with it, so that one press shows a writer all of a page.
   */
  private async meant(typed: Typed, at: number, carrying: Carrying): Promise<Typed> {
    try {
      return (await carrying.meant?.(typed)) ?? typed;
    } catch (error) {
      if (!(error instanceof Problem) || error.also.errors === undefined) throw error;
      const { errors } = error.also;
      const others = (await this.wrongByForm(typed, at, carrying)).filter(
        ({ pointer }) => !errors.some((each) => each.pointer === pointer),
      );
      throw new Problem(error.status, error.code, error.detail, { ...error.also, errors: [...errors, ...others] });
    }
  }

  private async wrongByForm(typed: Typed, at: number, carrying: Carrying): Promise<FieldError[]> {
    const fields = fieldsOf(carrying.pages.slice(0, at + 1));
    try {
      await this.bodies.read({ ...(await standInsFor(fields, carrying)), ...bodyFrom(fields, typed) }, carrying.body);
      return [];
    } catch (error) {
      const { errors = [] } = problemFrom(error)?.also ?? {};
      return errors.filter((each) => fields.some((field) => isAbout(field, each)));
    }
  }

  /**
   * The fault of the pages so far, found by a trial of the whole: whether the records they name exist, fit, and are for this person to name,
   * and what the rules say of it. The fields of later pages are not given yet and are taken to be right.
   * @throws what leaves it unknown whether anything is wrong
   */
  private async wrongUpTo(at: number, carrying: Carrying, typed: Typed, sent: SentWith): Promise<Problem | undefined> {
    const fields = fieldsOf(carrying.pages.slice(0, at + 1));
    const later = fieldsOf(carrying.pages.slice(at + 1));
    const given = { ...(await standInsFor(fields, carrying)), ...bodyFrom(fields, typed) };
    try {
      const body = (await this.bodies.read(given, carrying.body)) as object;
      await carrying.carryOut(body, { ...sent, trial: () => undefined });
      return undefined;
    } catch (error) {
      const problem = problemFrom(error);
      if (problem === undefined || problem.status >= 500) throw error;
      const { errors = [] } = problem.also;
      const isOnlyAboutLater = errors.length > 0 && errors.every((each) => later.some((field) => isAbout(field, each)));
      return isOnlyAboutLater ? undefined : problem;
    }
  }

  private async page(
    request: FastifyRequest,
    carrying: Carrying,
    at: number,
    typed: Typed,
    { problem, command = commandIn(typed), draft, notes = {}, ...aboutDraft }: Drawn = {},
  ): Promise<OtherPage> {
    const { pages } = carrying;
    const form = pages[at]!;
    const around = await carrying.around(typed);
    const words = await this.wordsFor(around);
    const all = (problem?.also.errors ?? []).filter(({ pointer }) => pointer.startsWith('/'));
    const elsewhere = fieldsOf(pages.filter((each) => each !== form));
    const errors = all.filter((error) => !elsewhere.some((field) => isAbout(field, error)));
    const read = Number(typed._revision ?? around.revision);
    const isStale =
      problem?.status === 412 || (draft !== undefined && around.revision !== undefined && read < around.revision);
    const { others = [], isMissed = false, warned, waysOn: ways } = aboutDraft;
    const held = draftIn(typed);
    const drawn = drawnForm(form, {
      ...{ typed, errors, words, notes },
      choices: await this.choicesWith(around.choices, typed, request),
    });
    const isInNoField = problem !== undefined && errors.length === 0 && !isStale;
    return new OtherPage(
      around.view ?? FORM,
      {
        ...around.more,
        saidOnLadder: around.ladder,
        form: isInNoField ? { ...drawn, errors: [{ text: plainly(words.said(saidOf(problem))) }] } : drawn,
        back: around.back,
        caption: around.caption,
        isCaptionInTheirWords: around.isCaptionInTheirWords,
        beside: at === 0 ? null : await carrying.beside?.(typed),
        command,
        revision: around.revision,
        at,
        of: pages.length,
        draft: {
          id: held.id,
          revision: held.read,
          saved: draft,
          others,
          isMissed,
          warned: warned && plainly(warned.detail),
          waysOn: ways,
        },
        carried: carried(withoutFieldsOf(form, typed)),
        ...(isStale ? { meanwhile: around.since?.(read) ?? [] } : {}),
      },
      statusOf(problem ?? warned),
    );
  }

  /** The page on which the first thing is wrong. If nobody knows whether it was carried out, the same command is sent again. */
  private refused(request: FastifyRequest, carrying: Carrying, typed: Typed, problem: Problem): Promise<OtherPage> {
    const command = problem.status >= 500 ? commandIn(typed) : newSecret();
    return this.page(request, carrying, firstWrong(carrying, problem) ?? 0, typed, { problem, command });
  }

  private async check(
    request: FastifyRequest,
    carrying: Carrying,
    typed: Typed,
    {
      button,
      ...said
    }: {
      readonly advice: readonly string[];
      readonly will: readonly string[];
      readonly table: InATable['table'];
      readonly button: string | undefined;
    },
  ): Promise<OtherPage> {
    const { pages } = carrying;
    const all = await carrying.around(typed);
    const words = await this.wordsFor(all);
    const { choices: around, back, caption, isCaptionInTheirWords, entries } = all;
    const choices = await this.choicesWith(around, typed, request);
    const held = draftIn(typed);
    const last = pages.at(-1)!;
    return new OtherPage(CHECK, {
      title: pages.length === 1 ? `Check: ${inWords(last.title, words)}` : 'Check and send',
      cards: pages.map((form, index): { title: string; index: number; lines: Checked[] } => ({
        title: inWords(form.title, words),
        index,
        lines: checked(form, typed, choices, words, entries),
      })),
      carried: carried(typed),
      follows: (last.follows ?? []).map((each) => inWords(each, words)),
      button: inWords(button ?? last.button, words),
      command: commandIn(typed),
      draft: { id: held.id, revision: held.read },
      revision: typed._revision,
      at: pages.length - 1,
      back,
      caption,
      isCaptionInTheirWords,
      beside: await carrying.beside?.(typed),
      ...said,
    });
  }
}

/** To what a draft belongs; undefined for one of its writer’s own, such as one that was kept apart from the shared one. */
const ownerIn = (id: string, shared: SharedDraft | undefined): string | undefined =>
  id === shared?.id ? shared.owner : undefined;

/** Step of the button beside a file; the id follows. */
const REMOVE_FILE = 'remove-file-';

/** The refusal of a file stands at the box in which it was chosen. */
const atTheFiles = ({ status, code, detail, also }: Problem): Problem =>
  new Problem(status, code, detail, { ...also, errors: [{ pointer: '/documents', message: detail }] });

/** The message to a person who was refused for something that is in no field. */
const saidOf = ({ status, detail }: Problem): string =>
  status >= 500 ? 'This could not be saved just now. What you typed is kept below: send it again in a moment.' : detail;

const statusOf = (problem: Problem | undefined): number => {
  const status = problem?.status ?? 200;
  return status === 400 ? 422 : status;
};

/** The part of the query of an address that goes on from page to page, with its question mark: for whom somebody acts. */
export const queryOf = ({ url }: Pick<FastifyRequest, 'url'>): string => {
  const code = new URLSearchParams(url.split('?')[1] ?? '').get('for');
  return code === null ? '' : `?${new URLSearchParams({ for: code }).toString()}`;
};

/** With the rest of its query: from where the form was reached, and for whom somebody acts. */
const addressOfPage = ({ url }: Pick<FastifyRequest, 'url'>, draft: string, at: number): string => {
  const [path, written = ''] = url.split('?');
  const query = new URLSearchParams(written);
  query.set('draft', draft);
  query.set('page', String(at + 1));
  return `${path}?${query.toString()}`;
};

/** The two ways on in a window whose draft another one has changed. */
interface WaysOn {
  /** The address of the newer draft; null where it is there no more. */
  readonly newer: string | null;
  /** Whether the text of this window can be kept beside it. A draft of several people is one, and theirs is read first. */
  readonly isKeptApart: boolean;
}

const waysOn = (request: FastifyRequest, id: string, { status, code }: Problem): WaysOn => ({
  newer: status === 412 && code !== 'draft-gone' ? addressWithDraft(request, id) : null,
  isKeptApart: code === 'draft-saved-elsewhere' || code === 'draft-gone',
});

const addressWithDraft = (request: FastifyRequest, id: string): string => {
  const query = queryOf(request);
  return `${request.url.split('?')[0]}${query}${query === '' ? '?' : '&'}draft=${id}`;
};
