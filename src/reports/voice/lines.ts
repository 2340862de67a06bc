import type { Counted, Shared, SharedOf } from '../yearly.js';
import type { HeardFigures } from './voice.js';

/** A line of the report, as its page and its text have it. */
export interface HeardLine {
  readonly key: string;
  readonly name: string;
  readonly figure: (figures: HeardFigures) => Counted | Shared | SharedOf;
}

export const HEARD_LINES: readonly HeardLine[] = [
  { key: 'recorded', name: 'Recorded in the service', figure: ({ recorded }) => recorded },
  { key: 'told', name: 'Child was told', figure: ({ told }) => told },
  { key: 'view', name: 'Child’s view on record', figure: ({ viewRecorded }) => viewRecorded },
  { key: 'advocate', name: 'Advocate offered', figure: ({ advocateOffered }) => advocateOffered },
  { key: 'nothing', name: 'Nothing written down', figure: ({ nothing }) => nothing },
];

/** Whether anything changed: a share of those that are closed. */
export const CHANGED_LINES: readonly HeardLine[] = [
  {
    ...{ key: 'with-view', name: 'Closed with the child’s view on record' },
    figure: ({ changedWithView }) => changedWithView,
  },
  {
    ...{ key: 'without-view', name: 'Closed without the child’s view' },
    figure: ({ changedWithout }) => changedWithout,
  },
];

/** `40%`, or `40% of 10` of a share of fewer than all; null of a count, and of nothing. */
export const shareInWords = (figure: Counted | Shared | SharedOf): string | null => {
  if (!('percent' in figure) || figure.percent === null) return 'of' in figure ? `of ${figure.of}` : null;
  return 'of' in figure ? `${figure.percent}% of ${figure.of}` : `${figure.percent}%`;
};
