import type { FinancialYear } from '../../calendar/calendar.js';
import type { RegisterKind } from '../../register/events.js';
import type { CaseFilters, Scope } from './cases.js';

export const REGISTER_KINDS: readonly RegisterKind[] = ['informal', 'formal', 'acknowledgement'];

/** The kinds that may be asked for, and that answers show as one. */
export const SCOPES: readonly Scope[] = [...REGISTER_KINDS, 'disputes'];

const IN_WORDS: Readonly<Record<Scope, string>> = {
  informal: 'informal disputes',
  formal: 'formal disputes',
  acknowledgement: 'acknowledgements',
  disputes: 'all disputes (records)',
};

/** The records of a scope, in words: "all disputes (records)" are informal and formal records together. */
export const recordsInWords = (scope: Scope): string => IN_WORDS[scope];

export const kindsOf = (scope: Scope): readonly RegisterKind[] =>
  scope === 'disputes' ? ['informal', 'formal'] : [scope];

/** The scopes of a question, in the order in which they are spoken of: disputes and acknowledgements are never one. */
export const scopesAsked = (byKind: boolean, { kind }: CaseFilters): readonly Scope[] => {
  if (kind !== undefined && kind !== 'disputes') return [kind];
  if (byKind) return kind === 'disputes' ? kindsOf(kind) : REGISTER_KINDS;
  return kind === 'disputes' ? [kind] : ['disputes', 'acknowledgement'];
};

/** The base of a share: "formal disputes of 2022/23, in Q1, of team tc1". A theme narrows the part and not the whole. */
export const baseInWords = (scope: Scope, year: FinancialYear, filters: CaseFilters): string => {
  const narrowed = [
    ...(filters.quarter === undefined ? [] : [`in ${filters.quarter.slice(-2)}`]),
    ...(filters.team === undefined ? [] : [`of the team ${filters.team}`]),
    ...(filters.service === undefined ? [] : [`of the service ${filters.service ?? 'none'}`]),
    ...(filters.iro === undefined ? [] : ['of one IRO']),
    ...(filters.ladder === undefined ? [] : [`on the ladder ${filters.ladder ?? 'none'}`]),
    ...(filters.level === undefined ? [] : [`with the level ${filters.level ?? 'none'}`]),
    ...(filters.stage === undefined ? [] : [`with stage ${filters.stage ?? 'none'} as the highest`]),
    ...(filters.child === undefined ? [] : ['about one child']),
    ...(filters.withdrawn === undefined ? [] : [filters.withdrawn ? 'withdrawn' : 'not withdrawn']),
    ...(filters.imported === undefined ? [] : [filters.imported ? 'from registers' : 'raised here']),
  ];
  return [`${recordsInWords(scope)} of ${year}`, ...narrowed].join(', ');
};
