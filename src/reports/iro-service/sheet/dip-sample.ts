import type { Quarter } from '../../../calendar/calendar.js';
import type { Chance } from '../../../platform/chance.js';
import { type Decider, refuse } from '../../../platform/decider.js';
import type { DipSampleDrawn, DipSampleEvent } from './events.js';

/** As many disputes as a supervisor reads beside the figures of an IRO. */
export const SIZE_OF_SAMPLE = 3;

export interface DrawSample {
  readonly type: 'draw';
  readonly iro: string;
  readonly quarter: Quarter;
  /** The disputes of the IRO’s quarter from which the sample is drawn. */
  readonly disputes: readonly string[];
  /** Those of them that chance chose. */
  readonly drawn: readonly string[];
  /** The reason why another sample is drawn in the same quarter; null for the first. */
  readonly reason: string | null;
}

export type DipSampleState = readonly DipSampleDrawn[];

export const dipSampleStream = (iro: string, quarter: Quarter): string =>
  `dipSample-${iro}-${quarter.replaceAll(/[/ ]/g, '-')}`;

/**
 * A sample stays as it was drawn: asked for again, the same one is shown, so that nobody draws until they like what comes. With a reason
 * another is drawn, and both stay on record.
 */
export const dipSampleDecider: Decider<DipSampleState, DrawSample, DipSampleEvent, null> = {
  initial: [],
  evolve: (state, event) => (event.type === 'DipSampleDrawn' ? [...state, event.data] : state),
  decide: ({ iro, quarter, disputes, drawn, reason }, state) => {
    if (state.length > 0 && reason === null) return [];
    if (drawn.length === 0)
      refuse(
        'nothing-to-draw',
        'There is nothing to draw: no dispute that this IRO raised in the quarter is on record for everybody in the IRO service. Take another quarter.',
      );
    return [
      {
        type: 'DipSampleDrawn',
        data: {
          ...{ iro, quarter, number: state.length + 1, references: [...drawn], outOf: disputes.length },
          reason: state.length === 0 ? null : reason,
        },
      },
    ];
  },
};

/** So many of some things, each as likely as any other; all of them where there are no more. */
export const drawnFrom = <Thing>(things: readonly Thing[], many: number, chance: Chance): Thing[] => {
  const left = [...things];
  const drawn: Thing[] = [];
  while (drawn.length < many && left.length > 0) drawn.push(...left.splice(chance.number(0, left.length - 1), 1));
  return drawn;
};
