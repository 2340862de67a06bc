import { reachOf } from '../disclosure/release.js';
import { nearBelow, rounded, ROUNDED_TO } from '../disclosure/rounding.js';
import { isSmall } from '../disclosure/small.js';
import type { Edition, FigureEntered } from './edition.js';
import type { Method, ReportFigureEntered } from './events.js';

/** A figure that somebody entered, as it is printed. */
export type FigureShown = Omit<FigureEntered, 'rounded'>;

/**
 * The figures that the log does not hold, as an edition prints them: by the method of its other figures; and where a part of a whole is
 * hidden, with as many of the other parts as it takes, or the whole would tell it.
 */
export const enteredAsPrinted = (
  { entered, figures }: Pick<Edition, 'entered' | 'figures'>,
  threshold: number,
): FigureShown[] => {
  const method = figures?.method ?? 'hidden';
  const hidden = new Set(
    entered
      .filter(({ label }) => entered.some(({ partOf }) => partOf === label))
      .flatMap((whole) => hiddenBeside(whole, entered, { method, threshold })),
  );
  return entered.map(({ rounded: asRounded, ...figure }) => ({
    ...figure,
    shown: hidden.has(figure.label) ? 'c' : method === 'rounded' ? asRounded : figure.shown,
  }));
};

/** The labels of what is hidden of a whole and its parts beside the small ones. */
const hiddenBeside = (
  whole: FigureEntered,
  entered: readonly FigureEntered[],
  { method, threshold }: { readonly method: Method; readonly threshold: number },
): string[] => {
  const parts = entered.filter(({ partOf }) => partOf === whole.label);
  if (method === 'rounded') return givesPartsAway(whole, parts) ? [whole.label] : [];
  if (typeof whole.shown !== 'number' || parts.every(({ shown }) => typeof shown === 'number')) return [];
  const total = whole.shown;
  const most = reachOf({ key: '', count: threshold - 1, small: true }, threshold) + threshold - 1;
  const printed = parts
    .flatMap(({ label, shown }) => (typeof shown === 'number' && shown > 0 ? [{ label, shown }] : []))
    .sort((a, b) => a.shown - b.shown);
  // The whole without what is printed of it is what the hidden parts are together, and each of them is 1 or more.
  const isKept = (also: number): boolean => {
    const stillPrinted = printed.slice(also).reduce((sum, { shown }) => sum + shown, 0);
    const others = parts.length - (printed.length - also) - parts.filter(({ shown }) => shown === 0).length - 1;
    return others > 0 && total - stillPrinted - others >= most;
  };
  const also = [...printed.keys(), printed.length].find(isKept);
  return also === undefined ? [whole.label] : printed.slice(0, also).map(({ label }) => label);
};

/** Whether the rounded parts are together no more than the rounded whole can be at the least, or no less than at the most. */
const givesPartsAway = (whole: FigureEntered, parts: readonly FigureEntered[]): boolean => {
  if (parts.some(({ rounded }) => typeof rounded !== 'number') || typeof whole.rounded !== 'number') return false;
  const to = Math.floor(ROUNDED_TO / 2);
  const sum = (by: (rounded: number) => number): number =>
    parts.reduce((total, { rounded }) => total + by(rounded as number), 0);
  return (
    sum((each) => each + to) === whole.rounded - to || sum((each) => Math.max(0, each - to)) === whole.rounded + to
  );
};

/** A figure as its event keeps it: a small number is nowhere, and one near to what was published is printed no more. */
export const enteredOf = (
  { label, value }: { readonly label: string; readonly value: number },
  editions: readonly Edition[],
  threshold: number,
): Pick<ReportFigureEntered, 'shown' | 'rounded'> => {
  const printed = editions
    .filter(({ published }) => published !== null)
    .flatMap((edition) => enteredAsPrinted(edition, threshold).filter((each) => each.label === label));
  const isNear = (now: number, method: Method): boolean =>
    printed.some(
      ({ shown }) => typeof shown === 'number' && shown !== now && Math.abs(shown - now) < nearBelow(method, threshold),
    );
  const asRounded = threshold === 1 ? value : rounded(value);
  const isHidden = isSmall({ records: value, children: null, staff: null }, threshold);
  return {
    shown: isHidden ? 'c' : isNear(value, 'hidden') ? 'revised' : value,
    rounded: isNear(asRounded, 'rounded') ? 'revised' : asRounded,
  };
};
