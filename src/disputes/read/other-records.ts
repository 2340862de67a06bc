import { Inject, Injectable } from '@nestjs/common';
import type { Asker } from '../../access/asker.js';
import { FINDERS, type Finders } from '../../access/named/things.js';
import { isReference, MAIN_PREFIX, prefixOf } from '../../platform/ids.js';
import { RowsApart } from '../../work-over-rows.js';
import { AuthorisedDisputes } from '../authorised-disputes.js';

/** Disputes, checks and recommendations: what else a dispute may name, such as a meeting, is open to a person who reads the dispute. */
const OPENED_BY_REFERENCE: ReadonlySet<string> = new Set([MAIN_PREFIX, 'RVW', 'REC']);

/** The records that a dispute names besides itself: whether each opens to a reader is for the class that finds it to say. */
@Injectable()
export class OtherRecords {
  constructor(
    private readonly authorised: AuthorisedDisputes,
    private readonly troubles: RowsApart,
    @Inject(FINDERS) private readonly finders: Finders,
  ) {}

  /** Those of some references that lead this person nowhere; one that cannot be worked out leads nobody anywhere, and hides no other. */
  async closedTo(asker: Asker, references: readonly string[]): Promise<readonly string[]> {
    const closed: string[] = [];
    for (const reference of new Set(references)) {
      // A text in no form of a reference is another system's own number, and no record here.
      if (!isReference(reference) || !OPENED_BY_REFERENCE.has(prefixOf(reference))) continue;
      const opens = await this.troubles.apart(
        'records that a dispute names',
        reference,
        () => this.mayOpen(reference, asker),
        false,
      );
      if (!opens) closed.push(reference);
    }
    return closed;
  }

  private async mayOpen(reference: string, asker: Asker): Promise<boolean> {
    if (reference.startsWith('RVW-')) return (await this.finders.check.find(reference, asker)).isKnown;
    if (reference.startsWith('REC-')) return (await this.finders.recommendations.find(reference, asker)).isKnown;
    return this.authorised.mayOpen(reference, asker);
  }
}
