import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { isPermission, rowOf } from '../access/access-table.js';
import type { Asker } from '../access/asker.js';
import { mayActFor, personAsking } from '../access/person-asking.js';
import { ReadAcknowledgement } from '../acknowledgements/read/read.query.js';
import { londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { ACT_FORMS } from '../disputes/pages/act-links.js';
import { ReadDispute } from '../disputes/read/read.query.js';
import type { Clock } from '../platform/clock/clock.js';
import { problemFrom } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { FormOfDraft } from './draft.js';

/** What is read to find out whether somebody may know of a thing, by the first part of an address. */
const READINGS: Readonly<Record<string, (reference: string, asker: Asker) => ReadDispute | ReadAcknowledgement>> = {
  disputes: (reference, asker) => new ReadDispute(reference, asker),
  acknowledgements: (reference, asker) => new ReadAcknowledgement(reference, asker),
};

const OF_A_RECORD = /^\/(disputes|acknowledgements)\/([A-Z]+-[A-Z0-9-]+)\//;

/** Reference of the record that a form is about; null for one that begins something. */
export const referenceIn = ({ address }: Pick<FormOfDraft, 'address'>): string | null =>
  OF_A_RECORD.exec(address)?.[2] ?? null;

/** Who may write and read a draft, as things stand: asked each time, of what every other door asks. */
@Injectable()
export class DraftAccess {
  constructor(
    private readonly queries: QueryBus,
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
    return referenceIn(form) === null ? hasPostFor(form.act, asker) : this.maySee(form, asker);
  }

  /** Undefined where they may not act for the one whom it is for any more. */
  private asking({ actingFor }: FormOfDraft, person: string): Asker | undefined {
    const { covers, ...asker } = personAsking(person, this.directory, this.today());
    if (actingFor === null || actingFor === person) return { ...asker, covers };
    return mayActFor(person, actingFor, this.directory, this.today()) ? { ...asker, actingFor } : undefined;
  }

  private async maySee({ act, address }: FormOfDraft, asker: Asker): Promise<boolean> {
    const [, kind, reference] = OF_A_RECORD.exec(address) ?? [];
    if (kind === undefined || reference === undefined) return true;
    // It is for those who may not see the record, and shows nothing of it.
    if (kind === 'disputes' && ACT_FORMS.get(act.slice('dispute.'.length))?.isForTheHidden) return true;
    try {
      await this.queries.execute(READINGS[kind]!(reference, asker));
      return true;
    } catch (error) {
      const status = problemFrom(error)?.status;
      if (status === 403 || status === 404) return false;
      throw error;
    }
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}

const hasPostFor = (act: string, { posts }: Asker): boolean =>
  isPermission(act) && posts.some(({ kind }) => rowOf(act)[kind] !== undefined);
