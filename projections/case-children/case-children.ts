import type { AcknowledgementEvent } from '../../src/acknowledgements/events.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { handlers, type Projection } from '../../src/platform/projections/projection.js';
import { idOf } from '../folding.js';

/** One row for each child of each dispute, conversation and acknowledgement, so that children are counted as well as records. */
export type CaseChild = {
  readonly reference: string;
  /** The council's record number. */
  readonly child: string;
};

export const caseChildren: Projection<CaseChild> = {
  name: 'case_children',
  version: 2,
  categories: ['dispute', 'acknowledgement'],
  columns: { reference: 'text', child: 'text' },
  key: ['reference', 'child'],
  indexes: [['child', 'reference']],
  partitionBy: idOf,
  when: handlers<DisputeEvent | AcknowledgementEvent, CaseChild>({
    ConcernDiscussed: (rows, event) =>
      event.data.subject === null ? rows : childrenOf(idOf(event), event.data.subject.children),
    InformalDisputeRaised: (_, { data }) => childrenOf(data.reference, data.subject.children),
    FormalDisputeRaised: (_, { data }) => childrenOf(data.reference, data.subject.children),
    DisputeImported: (_, { data }) => childrenOf(data.reference, data.facts.children),
    ImportedDisputeCorrected: (_, event) => childrenOf(idOf(event), event.data.facts.children),
    ImportedDisputeWithdrawn: () => [],
    DisputeVoided: (rows, { data }) => (data.because === 'wrong-child' ? [] : rows),
    DisputeMovedToChild: (_, event) => childrenOf(idOf(event), event.data.to.children),
    PracticeAcknowledged: (_, { data }) => childrenOf(data.reference, data.acknowledged.children),
    AcknowledgementCorrected: (_, event) => childrenOf(idOf(event), event.data.acknowledged.children),
    AcknowledgementMovedToChild: (_, event) => childrenOf(idOf(event), event.data.to.children),
    AcknowledgementImported: (_, { data }) => childrenOf(data.reference, data.facts.children),
    ImportedAcknowledgementCorrected: (_, event) => childrenOf(idOf(event), event.data.facts.children),
    ImportedAcknowledgementWithdrawn: () => [],
  }),
};

const childrenOf = (reference: string, children: readonly string[]): readonly CaseChild[] =>
  [...new Set(children)].map((child) => ({ reference, child }));
