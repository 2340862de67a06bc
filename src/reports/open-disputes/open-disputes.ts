import {
  type DisputeFilters,
  FROM_DISPUTES,
  narrowedDisputes,
} from '../../../projections/dispute-register/dispute-register.queries.js';
import { joinDateOfRound } from '../../../projections/deadlines/date-columns.js';
import type { Condition } from '../../access/scope.js';
import type { ReadModels } from '../../platform/projections/projection.js';
import type { Reading } from '../../reading/reading.js';
import { byNeed, type Needed } from './need.js';
import type { OpenDispute, OpenDisputeKnown } from './open-dispute.js';
import { OPEN_COLUMNS, type OpenRow } from './open-row.js';
import { Standings } from './standings.js';

/** Every row of the register. */
export const EVERYTHING: Condition = { sql: '1', parameters: {} };

export type OpenFilters = Pick<
  DisputeFilters,
  'team' | 'service' | 'theme' | 'themeGroup' | 'ladder' | 'heldBy' | 'reference'
>;

/** Every open dispute that the reader may see, in the order of need. Every count of them is taken from these rows. */
export const openDisputes = (
  reading: Reading,
  visible: Condition = EVERYTHING,
  filters: OpenFilters = {},
): OpenDispute[] => openDisputesKnown(reading, visible, filters).map(({ dispute }) => dispute);

/** The same, for the person who works out who is asked. */
export const openDisputesKnown = (
  reading: Reading,
  visible: Condition = EVERYTHING,
  filters: OpenFilters = {},
): OpenDisputeKnown[] => {
  const { where, parameters } = narrowedDisputes(filters, reading.now);
  const condition = [`register.status = 'open'`, `(${visible.sql})`, ...where].join(' AND ');
  const bound = { ...visible.parameters, ...parameters };
  const rows = reading.readModels.all<OpenRow>(
    `SELECT ${OPEN_COLUMNS} ${FROM_DISPUTES} ${joinDateOfRound('answer', 'answer_date')} ${joinDateOfRound('receipt', 'receipt_date')}
     WHERE ${condition}`,
    bound,
  );
  const children = childrenOf(condition, bound, reading.readModels);
  const standing = new Standings(reading);
  return rows
    .map((row) => standing.of(row, children.get(row.reference) ?? []))
    .sort((one, other) => byNeed(byDateAlone(one.dispute), byDateAlone(other.dispute)));
};

/** On a list of everything, what is late comes before what waits without a date. */
const byDateAlone = (dispute: OpenDispute): Needed => ({ ...dispute, waiting: null });

const childrenOf = (
  condition: string,
  bound: Condition['parameters'],
  readModels: ReadModels,
): ReadonlyMap<string, OpenDispute['children']> => {
  const byReference = new Map<string, { id: string; initials: string | null }[]>();
  const rows = readModels.all<{ reference: string; id: string; initials: string | null }>(
    `SELECT named.reference, named.child AS id, children.initials
     FROM case_children AS named LEFT JOIN children USING (child)
     WHERE named.reference IN (SELECT register.reference ${FROM_DISPUTES} WHERE ${condition})`,
    bound,
  );
  for (const { reference, ...child } of rows) {
    byReference.set(reference, [...(byReference.get(reference) ?? []), child]);
  }
  return byReference;
};
