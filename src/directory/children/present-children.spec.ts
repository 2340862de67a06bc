import { describe, expect, it } from '@jest/globals';
import { presentChild } from './present-children.js';

describe('the history of a child', () => {
  const entry = { kind: 'formal', imported: false, theme: 'DD-PERM', stageName: null, reference: 'DRP-7K4M-2QXH' };
  const history = presentChild(
    {
      child: {
        ...{ childId: '1568440', initials: 'AB', bornOn: null, population: 'looked-after', fromRegister: false },
        ...{ team: null, iro: null, socialWorker: null, underAlert: false },
      },
      items: [
        { ...entry, what: 'resolved', happenedOn: '2024-01-09', detail: 'RES-PART' },
        { ...entry, what: 'answered', happenedOn: '2023-12-20', detail: 'partly' },
        { ...entry, what: 'escalated', happenedOn: '2023-12-02', detail: '3', stageName: 'Service manager' },
        { ...entry, what: 'escalated', happenedOn: '2023-12-02', detail: '2' },
        {
          ...entry,
          what: 'acknowledged',
          kind: 'acknowledgement',
          theme: null,
          happenedOn: '2023-12-01',
          detail: null,
        },
      ],
      ...{ hasMore: false, iro: null, socialWorker: null, team: null, plans: [], path: '/children/x', mayRaise: false },
      standing: {
        ...{ initials: 'AB', bornOn: null, population: 'looked-after', allocations: [], socialWorkers: [] },
        ...{ leftCare: null, diedOn: null, isCorrectedOutOfCare: false, allowedActs: [] },
      },
    },
    { theme: (code) => `Theme ${code}` },
  );

  it('stands under its years, with the theme and the outcome of each dispute', () => {
    expect(history).toMatchObject({
      years: [
        { year: '2024', entries: [{ what: 'Partly resolved', theme: 'Theme DD-PERM', on: '9 January 2024' }] },
        {
          year: '2023',
          entries: [
            { what: 'Answered: partly agrees', theme: 'Theme DD-PERM' },
            { what: 'Went up a stage', detail: 'to Service manager' },
            { what: 'Went up a stage', detail: 'to stage 2' },
            { theme: null },
          ],
        },
      ],
    });
  });
});
