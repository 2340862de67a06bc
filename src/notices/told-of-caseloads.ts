import type { CaseloadState } from '../caseload/caseload.js';
import type { CaseloadEvent } from '../caseload/events.js';
import { fromTable } from './from-table.js';
import { tellsOf } from './table/table.js';
import type { Wanted } from './who-is-told.js';

/** Once a caseload has changed hands, in whole or in part. If nothing has, the person who tried is answered, and nobody is told. */
export const toldOfCaseload = (event: CaseloadEvent, { reference, fromIro }: CaseloadState): Wanted[] => {
  if (event.type !== 'CaseloadHandedOver' || event.data.rows.length === 0) return [];
  const { rows } = event.data;
  const takers = [...new Set(rows.map(({ toIro }) => toIro))];
  const howManyFor = ({ kind, to }: Wanted): { howMany?: number } =>
    kind === 'caseload-for-you' && 'person' in to
      ? { howMany: rows.filter(({ toIro }) => toIro === to.person).length }
      : {};
  const wanted = fromTable(tellsOf('caseload', event.type), {
    recipients: {
      takers: takers.map((person) => ({ person })),
      'had-it': [{ person: fromIro }],
      'managers-of-teams': event.data.teams.map((team) => ({ post: 'team-manager', team })),
    },
    line: (kind) => ({ kind, about: reference, called: 'caseload', dueOn: null, dueAt: null, actionId: null }),
  });
  return wanted.map((each) => ({ ...each, ...howManyFor(each) }));
};
