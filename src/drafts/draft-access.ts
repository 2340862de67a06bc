import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postThatMay } from '../access/access.js';
import { isPermission, type Permission, rowFor } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { privateInPage } from '../access/named/addresses.js';
import { FINDERS, type Finders, type Found, type KindOfThing } from '../access/named/things.js';
import { mayActFor, personAsking } from '../access/person-asking.js';
import { londonDate } from '../calendar/dates.js';
import { ChildAddresses } from '../directory/children/child-addresses.js';
import type { Directory } from '../directory/directory.js';
import { ACT_FORMS } from '../disputes/pages/act-links.js';
import type { DisputeDto } from '../disputes/read/dispute.dto.js';
import { ReadDispute } from '../disputes/read/read.query.js';
import type { Clock } from '../platform/clock/clock.js';
import { problemFrom } from '../platform/http/problem.js';
import type { Versioned } from '../platform/http/written.dto.js';
import { readReference } from '../platform/ids.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { FormOfDraft } from './draft.js';

/** A draft, as much as decides who may have it. */
export interface DraftToAsk {
  readonly form: FormOfDraft;
  readonly writer: string;
  /** The text that was typed; none if it cannot be opened. */
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Reference of the record that a form is about; null for one that begins something, or that is about a child. */
export const referenceIn = ({ address }: Pick<FormOfDraft, 'address'>): string | null => {
  const named = privateInPage(address);
  return named === undefined ? null : (readReference(named.written) ?? null);
};

/** By which row somebody reads what was written in a record of each kind. */
const READ_IN_FULL: Readonly<Partial<Record<KindOfThing, Permission>>> = {
  dispute: 'dispute.read',
  acknowledgement: 'acknowledgement.read',
  check: 'review.read',
  recommendations: 'recommendations.read',
  meeting: 'challenge.read',
  series: 'challenge.read',
  child: 'child.read',
};

/** Texts that fewer people read than the record in which they stand. */
const READ_BY_FEWER: Readonly<Partial<Record<Permission, Permission>>> = {
  'dispute.record-legal-advice': 'dispute.read-legal-advice',
  'dispute.refer-to-cafcass': 'dispute.read-cafcass',
  'dispute.record-cafcass-reply': 'dispute.read-cafcass',
};

/** The people who may write and read a draft now: worked out each time, by the same functions that every other door asks. */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly childAddresses: ChildAddresses,
    private readonly queries: QueryBus,
    @Inject(FINDERS) private readonly finders: Finders,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether somebody may still use the form: their post is in its row of the access table, and they may see what it is about. */
  async mayWrite(form: FormOfDraft, person: string): Promise<boolean> {
    const asker = this.asking(form, person);
    return asker !== undefined && hasPostFor(form.act, asker) && this.maySee(form, asker);
  }

  /** Whether somebody else may go on with it: they may use the form, can do its act now, and know the children whom it names. */
  async mayTakeOver({ form, writer, typed }: DraftToAsk, person: string): Promise<boolean> {
    const theirs = { ...form, actingFor: form.actingFor === person ? null : form.actingFor };
    if (!(await this.mayWrite(theirs, person)) || !(await this.canDoNow(theirs, person))) return false;
    return this.knowTheChildren({ form, writer, typed }, person);
  }

  /** A post in the row of an act is not enough: a stage of a dispute is answered by whom its protocol asks, and by nobody else. */
  async canDoNow(form: FormOfDraft, person: string): Promise<boolean> {
    const reference = referenceIn(form);
    const isAboutDispute = privateInPage(form.address)?.kind === 'dispute';
    if (reference === null || !isAboutDispute || isForTheHidden(form) || isAlsoForTheHidden(form)) return true;
    const asker = this.asking(form, person)!;
    const query = new ReadDispute(reference, asker);
    const { body } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(query);
    return body.allowedActs.includes(form.act.slice('dispute.'.length));
  }

  /**
   * Whether somebody may be shown it: they read in full what it is about, privileged advice and letters to Cafcass as these are read;
   * where it begins something, they could begin it themselves, and know the children whom it names.
   */
  async mayRead(draft: DraftToAsk, person: string): Promise<boolean> {
    const { form } = draft;
    const asker = personAsking(person, this.directory, this.today());
    const named = privateInPage(form.address);
    if (named === undefined) return hasPostFor(form.act, asker) && this.knowTheChildren(draft, person);
    if (isForTheHidden(form)) return hasPostFor(form.act, asker);
    const found = await this.found(form, asker);
    if (found?.isKnown !== true) return false;
    const rows = [READ_IN_FULL[named.kind], isPermission(form.act) ? READ_BY_FEWER[form.act] : undefined];
    return rows.every((row) => row === undefined || postThatMay(asker, row, found.relationsFrom) !== undefined);
  }

  /** Undefined where they may not act for the one whom it is for any more. */
  private asking({ actingFor }: FormOfDraft, person: string): Asker | undefined {
    const { covers, ...asker } = personAsking(person, this.directory, this.today());
    if (actingFor === null || actingFor === person) return { ...asker, covers };
    return mayActFor(person, actingFor, this.directory, this.today()) ? { ...asker, actingFor } : undefined;
  }

  private async maySee(form: FormOfDraft, asker: Asker): Promise<boolean> {
    // It is for those who may not see the record, and shows nothing of it.
    if (isForTheHidden(form)) return true;
    return privateInPage(form.address) === undefined || (await this.found(form, asker))?.isKnown === true;
  }

  /** The thing that a form is about, with whether the asker may know of it; undefined where its address names nothing that can be. */
  private async found({ address }: FormOfDraft, asker: Asker): Promise<Found | undefined> {
    const { kind, written } = privateInPage(address)!;
    const id = kind === 'child' ? await this.childAt(written) : readReference(written);
    return id === undefined ? undefined : this.finders[kind].find(id, asker);
  }

  private async childAt(address: string): Promise<string | undefined> {
    try {
      return await this.childAddresses.childAt(address);
    } catch (error) {
      if (problemFrom(error)?.status === 404) return undefined;
      throw error;
    }
  }

  /** Its writer too: else a person who typed a number would learn from another's right to read whether there is such a child. */
  private async knowTheChildren({ form, writer, typed }: DraftToAsk, person: string): Promise<boolean> {
    const askers = [this.asking(form, writer), personAsking(person, this.directory, this.today())];
    for (const child of childrenTyped(typed))
      for (const asker of askers)
        if (asker === undefined || !(await this.finders.child.find(child, asker)).isKnown) return false;
    return true;
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const hasPostFor = (act: string, { posts }: Asker): boolean =>
  isPermission(act) && posts.some(({ kind }) => rowFor(act, kind) !== undefined);

const isForTheHidden = ({ act, address }: FormOfDraft): boolean =>
  privateInPage(address)?.kind === 'dispute' && ACT_FORMS.get(act.slice('dispute.'.length))?.isForTheHidden === true;

const isAlsoForTheHidden = ({ act }: FormOfDraft): boolean =>
  ACT_FORMS.get(act.slice('dispute.'.length))?.isAlsoForTheHidden === true;

/** The record numbers that were typed, as the form of what begins something names its boxes. */
export const childrenTyped = ({ children, child }: Readonly<Record<string, unknown>>): string[] =>
  [children, child]
    .flat()
    .filter((each): each is string => typeof each === 'string')
    .flatMap((text) => text.split(/[\s,;]+/))
    .filter((each) => each !== '');
