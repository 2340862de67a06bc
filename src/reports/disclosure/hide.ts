import { Deviations, lossesOf, movableIn } from './deviations.js';
import { fewestHidden } from './fewest.js';
import { workedOut, wronglyPrinted } from './proof.js';
import {
  type Deviation,
  type Figure,
  type Hiding,
  isHiddenAnyway,
  meets,
  mustBeRelease,
  type Need,
  needsOf,
  type Release,
  withAllThatIsKnown,
} from './release.js';
import type { Solver } from './solver.js';

/**
 * Hides the small figures, and as few others as are needed so that nobody can work a hidden one out from all that is printed: not its
 * number, and not that it is below the threshold. That it is enough is proved before it is given back, by arithmetic apart from the solver.
 * @throws Error for a release that is not one, and where the proof does not hold
 */
export const hide = (given: Release, solver: Solver): Hiding => {
  mustBeRelease(given);
  const release = withAllThatIsKnown(given);
  const figures = new Map(release.figures.map((figure) => [figure.key, figure]));
  const mustBeHidden = movableIn(release)
    .filter(isHiddenAnyway)
    .map(({ key }) => key);
  if (mustBeHidden.length === 0) return { hidden: new Set(), deviations: [], impossible: [] };
  const begun = new Set([...mustBeHidden, ...(fewestHidden(release, solver) ?? [])]);
  const enough = withEnough(release, begun, figures, solver);
  const hiding = withoutWhatIsNotNeeded(enough, new Set(mustBeHidden), figures, release);
  mustHold(release, hiding);
  return hiding;
};

/** Hides more, one need after another, until each is met. A figure that is hidden on the way has needs of its own. */
const withEnough = (
  release: Release,
  begun: ReadonlySet<string>,
  figures: ReadonlyMap<string, Figure>,
  solver: Solver,
): Hiding => {
  const finding = new Deviations(release, solver);
  try {
    const hidden = new Set(begun);
    const deviations: Deviation[] = [];
    const impossible: Need[] = [];
    // A set grows while it is gone through, and what is added to it is gone through as well.
    for (const key of hidden)
      for (const need of needsOf(figures.get(key)!, release)) {
        if (deviations.some((deviation) => meets(deviation, need, figures.get(key)!, release))) continue;
        const found = finding.meeting(need, hidden);
        if (found === null) impossible.push(need);
        else {
          deviations.push(found);
          for (const moved of found.keys()) hidden.add(moved);
        }
      }
    return { hidden, deviations, impossible };
  } finally {
    finding.close();
  }
};

/** Prints again, the greatest loss first, what was hidden on the way and is not needed in the end. */
const withoutWhatIsNotNeeded = (
  { hidden, deviations, impossible }: Hiding,
  mustBeHidden: ReadonlySet<string>,
  figures: ReadonlyMap<string, Figure>,
  release: Release,
): Hiding => {
  const remaining = new Set(hidden);
  const needs = [...hidden].flatMap((key) => needsOf(figures.get(key)!, release));
  const meeting = new Map<Need, Set<Deviation>>(
    needs.map((need) => [
      need,
      new Set(deviations.filter((deviation) => meets(deviation, need, figures.get(need.key)!, release))),
    ]),
  );
  for (const key of byLoss([...hidden].filter((each) => !mustBeHidden.has(each)).map((each) => figures.get(each)!))) {
    const lost = deviations.filter((deviation) => deviation.has(key));
    const stillMet = needs.every((need) => {
      const met = meeting.get(need)!;
      return (
        need.key === key || met.size === 0 || !remaining.has(need.key) || [...met].some((each) => !lost.includes(each))
      );
    });
    if (!stillMet) continue;
    remaining.delete(key);
    for (const met of meeting.values()) for (const deviation of lost) met.delete(deviation);
  }
  const kept = deviations.filter((deviation) => [...deviation.keys()].every((key) => remaining.has(key)));
  return { hidden: remaining, deviations: kept, impossible: impossible.filter(({ key }) => remaining.has(key)) };
};

const byLoss = (figures: readonly Figure[]): string[] => {
  const losses = lossesOf(figures);
  return figures
    .map(({ key }, index) => ({ key, loss: losses[index]! }))
    .sort((a, b) => b.loss - a.loss)
    .map(({ key }) => key);
};

const mustHold = (release: Release, { hidden, deviations, impossible }: Hiding): void => {
  const printed = wronglyPrinted(release, hidden);
  if (printed.length > 0) throw new Error(`These figures would be printed, and must not: ${printed.join(', ')}`);
  const left = workedOut(release, hidden, deviations);
  if (left.length !== impossible.length)
    throw new Error(`These figures could be worked out: ${left.map(({ key }) => key).join(', ')}`);
};
