import { Inject, Injectable } from '@nestjs/common';
import type { ReadModels } from '../../platform/projections/projection.js';
import { READ_MODELS } from '../../platform/store-tokens.js';

/** Read models in which records of a kind stand, and the column of their ids. */
const ROWS = {
  dispute: ['dispute_register', 'reference'],
  acknowledgement: ['acknowledgement_register', 'reference'],
  check: ['review_checks', 'reference'],
  recommendations: ['recommendations', 'reference'],
  meeting: ['challenge_meetings', 'meeting'],
  child: ['children', 'child'],
} as const;

/** Chooses what is looked at beside a record that somebody may not know of: see {@link look}. */
@Injectable()
export class StandIns {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /**
   * The id of another record that is there: the next in the order of ids, so that a great one stands in as often as it is asked for. Or
   * an id under which there never is one. Both take the same look-up.
   */
  for(kind: keyof typeof ROWS, id: string, isToBeThere: boolean): string {
    const [table, column] = ROWS[kind];
    const next = this.readModels.get<{ id: string | null }>(
      `SELECT coalesce((SELECT min(${column}) FROM ${table} WHERE ${column} > :id), (SELECT min(${column}) FROM ${table})) AS id`,
      { id },
    );
    return (isToBeThere ? next?.id : null) ?? `${id}.none`;
  }
}
