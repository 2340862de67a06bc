import { Inject, Injectable } from '@nestjs/common';
import { type Query, QueryBus } from '@nestjs/cqrs';
import { isPermission, rowFor } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { mayActFor, personAsking } from '../access/person-asking.js';
import { ReadAcknowledgement } from '../acknowledgements/read/read.query.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { ChildAddresses } from '../directory/children/child-addresses.js';
import { ReadChild } from '../directory/children/child.query.js';
import { ACT_FORMS } from '../disputes/pages/act-links.js';
import { ReadDispute } from '../disputes/read/read.query.js';
import type { Clock } from '../platform/clock/clock.js';
import { problemFrom } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import { ReadCheck } from '../reviews/check/check.query.js';
import { ReadRecommendations } from '../reviews/recommendations/read-recommendations.query.js';
import type { FormOfDraft } from './draft.js';

/** What is read to find out whether somebody may know of a record, by the first part of an address. */
const READINGS: Readonly<Record<string, (reference: string, asker: Asker) => Query<unknown>>> = {
  disputes: (reference, asker) => new ReadDispute(reference, asker),
  acknowledgements: (reference, asker) => new ReadAcknowledgement(reference, asker),
  recommendations: (reference, asker) => new ReadRecommendations(reference, asker),
  reviews: (reference, asker) => new ReadCheck(reference, asker),
};

const OF_A_RECORD = new RegExp(`^/(${Object.keys(READINGS).join('|')})/([A-Z]+-[A-Z0-9-]+)/`);
const OF_A_CHILD = /^\/children\/([\w-]{16})\//;

/** Reference of the record that a form is about; null for one that begins something. */
export const referenceIn = ({ address }: Pick<FormOfDraft, 'address'>): string | null =>
  OF_A_RECORD.exec(address)?.[2] ?? null;

/** Who may write and read a draft, as things stand: asked each time, of what every other door asks. */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly queries: QueryBus,
    private readonly children: ChildAddresses,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whether somebody may still use the form: their post is in its row of the access table, and they may see what it is about. */
  async mayWrite(form: FormOfDraft, person: string): Promise<boolean> {
    const asker = this.asking(form, person);
    return asker !== undefined && hasPostFor(form.act, asker) && this.maySee(form, asker);
  }

  /** Whether somebody may be shown it: what it is about is theirs to see; where it begins something, they could begin it themselves. */
  async mayRead(form: FormOfDraft, person: string): Promise<boolean> {
    const asker = personAsking(person, this.directory, this.today());
    return beginsSomething(form) ? hasPostFor(form.act, asker) : this.maySee(form, asker);
  }

  /** Undefined where they may not act for the one whom it is for any more. */
  private asking({ actingFor }: FormOfDraft, person: string): Asker | undefined {
    const { covers, ...asker } = personAsking(person, this.directory, this.today());
    if (actingFor === null || actingFor === person) return { ...asker, covers };
    return mayActFor(person, actingFor, this.directory, this.today()) ? { ...asker, actingFor } : undefined;
  }

  private async maySee({ act, address }: FormOfDraft, asker: Asker): Promise<boolean> {
    // It is for those who may not see the record, and shows nothing of it.
    if (ACT_FORMS.get(act.slice('dispute.'.length))?.isForTheHidden) return true;
    try {
      const reading = await this.readingOf(address, asker);
      if (reading !== null) await this.queries.execute(reading);
      return true;
    } catch (error) {
      const status = problemFrom(error)?.status;
      if (status === 403 || status === 404) return false;
      throw error;
    }
  }

  /** What shows somebody the thing that a form is about; null for a form that begins something. */
  private async readingOf(address: string, asker: Asker): Promise<Query<unknown> | null> {
    const [, kind, reference] = OF_A_RECORD.exec(address) ?? [];
    if (kind !== undefined && reference !== undefined) return READINGS[kind]!(reference, asker);
    const child = OF_A_CHILD.exec(address)?.[1];
    return child === undefined ? null : new ReadChild(await this.children.childAt(child), asker);
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const beginsSomething = ({ address }: FormOfDraft): boolean => !OF_A_RECORD.test(address) && !OF_A_CHILD.test(address);

const hasPostFor = (act: string, { posts }: Asker): boolean =>
  isPermission(act) && posts.some(({ kind }) => rowFor(act, kind) !== undefined);
