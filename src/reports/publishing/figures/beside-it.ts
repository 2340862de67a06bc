import type { FiguresFrozen, ReportDrafted } from '../events.js';

/** What went out with an edition before, about which days, and below which count it hid. */
export type BesideIt = Pick<FiguresFrozen, 'layout' | 'released'> &
  Pick<ReportDrafted, 'from' | 'to'> & {
    /** Who alone of the readers has it: {@link THE_BOARD}, or the recipient whom the disclosure log names. Nobody named: all of them. */
    readonly toldTo?: string;
  };

/** Who reads the papers that are exempt from publication, and all public ones. */
export const THE_BOARD = 'the board';
