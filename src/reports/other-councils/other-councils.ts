import type { LocalDate } from '../../calendar/calendar.js';
import { assertNever, type Decider, invalid, mustSay, refuse } from '../../platform/decider.js';
import { compared } from './measures-compared.js';
import type { FigureOfCouncil, OtherCouncilEvent, OtherCouncilFigure } from './events.js';

export const OTHER_COUNCILS = 'other-councils';
export const otherCouncilsStream = `report-${OTHER_COUNCILS}`;

/** An act on the figures that other councils have published. */
export type OtherCouncilsAct =
  | { readonly type: 'enter'; readonly figures: readonly OtherCouncilFigure[] }
  | ({ readonly type: 'correct'; readonly reason: string } & Readonly<OtherCouncilFigure>)
  | ({ readonly type: 'withdraw'; readonly reason: string } & Readonly<FigureOfCouncil>);

/** The figures that stand, by council, year and measure. */
export type OtherCouncilsState = ReadonlyMap<string, OtherCouncilFigure>;

/** Facts that the decision looks at. */
export interface OtherCouncilsContext {
  readonly today: LocalDate;
}

/**
 * What other councils have published, entered by hand or from a file. A figure that stands is corrected or withdrawn with a reason, and never
 * replaced in silence.
 */
export const otherCouncilsDecider: Decider<
  OtherCouncilsState,
  OtherCouncilsAct,
  OtherCouncilEvent,
  OtherCouncilsContext | null
> = {
  initial: new Map(),

  evolve: (state, { type, data }) => {
    const figures = new Map(state);
    switch (type) {
      case 'OtherCouncilFigureEntered':
      case 'OtherCouncilFigureCorrected': {
        const { council, year, measure, value, children, source, publishedOn, definition } = data;
        const figure = { council, year, measure, value, children, source, publishedOn, definition };
        return figures.set(keyOf(data), figure);
      }
      case 'OtherCouncilFigureWithdrawn':
        figures.delete(keyOf(data));
        return figures;
      default:
        return assertNever(type);
    }
  },

  decide: (act, state, context) => {
    switch (act.type) {
      case 'enter':
        return enter(act.figures, state, context);
      case 'correct': {
        const { type: _, reason, ...figure } = act;
        return correct(figure, reason, state, context);
      }
      case 'withdraw': {
        const { council, year, measure, reason } = act;
        const stands = mustStand({ council, year, measure }, state);
        mustSay(reason, 'why it is withdrawn');
        const data = { council: stands.council, year, measure, reason: reason.trim() };
        return [{ type: 'OtherCouncilFigureWithdrawn', data }];
      }
      default:
        return assertNever(act);
    }
  },
};

/** A council is the same in whatever letters it is written. */
export const keyOf = ({ council, year, measure }: Readonly<FigureOfCouncil>): string =>
  JSON.stringify([council.trim().toLowerCase(), year, measure]);

/** All of them or none: a file that is half entered is a wrong comparison. */
const enter = (
  figures: readonly OtherCouncilFigure[],
  state: OtherCouncilsState,
  context: OtherCouncilsContext | null,
): OtherCouncilEvent[] => {
  if (figures.length === 0) invalid('figures-missing', 'Enter at least one figure.');
  const sound = figures.map((figure) => soundFigure(figure, context));
  const seen = new Map<string, OtherCouncilFigure>();
  for (const figure of sound) {
    const other = seen.get(keyOf(figure));
    if (other !== undefined && !isSame(other, figure))
      invalid('figure-twice', `Two numbers stand for ${inWords(figure)}. Enter it once, as it is printed.`);
    seen.set(keyOf(figure), figure);
    const stands = state.get(keyOf(figure));
    if (stands !== undefined && !isSame(stands, figure))
      refuse(
        'entered-already',
        `${inWords(figure)} is entered already, as ${stands.value} from “${stands.source}”. Correct it with a reason, or leave it out.`,
      );
  }
  return [...seen.values()]
    .filter((figure) => !state.has(keyOf(figure)))
    .map((data) => ({ type: 'OtherCouncilFigureEntered', data }));
};

const correct = (
  given: OtherCouncilFigure,
  reason: string,
  state: OtherCouncilsState,
  context: OtherCouncilsContext | null,
): OtherCouncilEvent[] => {
  const stands = mustStand(given, state);
  mustSay(reason, 'what was wrong with it');
  const figure = { ...soundFigure(given, context), council: stands.council };
  return isSame(stands, figure)
    ? []
    : [{ type: 'OtherCouncilFigureCorrected', data: { ...figure, reason: reason.trim() } }];
};

/** @throws Refusal `no-such-figure` */
const mustStand = (named: Readonly<FigureOfCouncil>, state: OtherCouncilsState): OtherCouncilFigure =>
  state.get(keyOf(named)) ??
  refuse('no-such-figure', `No figure is entered for ${inWords(named)}. Enter it, or look at how it is written.`);

const isSame = (one: OtherCouncilFigure, other: OtherCouncilFigure): boolean =>
  keyOf(one) === keyOf(other) &&
  (['value', 'children', 'source', 'publishedOn', 'definition'] as const).every((each) => one[each] === other[each]);

const inWords = ({ council, year, measure }: Readonly<FigureOfCouncil>): string =>
  `${compared(measure)?.label ?? measure} of ${council.trim()} in ${year}`;

/** @throws Refusal `unknown-measure`, `published-later`, and for what is left empty */
const soundFigure = (figure: OtherCouncilFigure, context: OtherCouncilsContext | null): OtherCouncilFigure => {
  const { council, source, definition, measure, publishedOn } = figure;
  mustSay(council, 'which council published it');
  mustSay(source, 'in which publication it is printed');
  mustSay(definition, 'what it counts, as that council says it');
  if (compared(measure) === undefined)
    refuse('unknown-measure', `Nothing is compared by the code “${measure}”. Take one from the list of figures.`);
  if (context !== null && publishedOn > context.today)
    invalid('published-later', `${inWords(figure)} cannot have been published after today. Correct the day.`);
  return { ...figure, council: council.trim(), source: source.trim(), definition: definition.trim() };
};
