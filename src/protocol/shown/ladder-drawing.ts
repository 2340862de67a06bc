import type { StageShown } from './protocol-shown.js';

/** Units of the drawing: pixels at its natural size. */
const STEP = { width: 180, height: 74, gap: 12, rise: 22 } as const;
const LETTERS_IN_A_LINE = 21;
const MOST_LINES = 2;

export interface Step {
  readonly x: number;
  readonly y: number;
  /** The positions of its lines of text, each with how bold it is. */
  readonly lines: readonly {
    readonly x: number;
    readonly y: number;
    readonly text: string;
    readonly isName: boolean;
  }[];
}

/** A ladder as a staircase: each stage a step further up. It says nothing that the table beside it does not. */
export interface LadderDrawing {
  readonly width: number;
  readonly height: number;
  readonly step: { readonly width: number; readonly height: number };
  readonly steps: readonly Step[];
}

export const ladderDrawing = (shown: readonly StageShown[]): LadderDrawing => {
  const stages = stepsOf(shown);
  const rises = Math.max(0, stages.length - 1);
  return {
    width: stages.length * STEP.width + rises * STEP.gap + 2,
    height: STEP.height + rises * STEP.rise + 2,
    step: { width: STEP.width, height: STEP.height },
    steps: stages.map((stage, at) => stepOf(stage, 1 + at * (STEP.width + STEP.gap), 1 + (rises - at) * STEP.rise)),
  };
};

/** A stage whose time depends on the level is one step all the same. */
const stepsOf = (shown: readonly StageShown[]): StageShown[] =>
  shown.reduce<StageShown[]>((steps, stage) => {
    const before = steps.at(-1);
    return stage.level !== null && before?.place === stage.place
      ? [...steps.slice(0, -1), { ...before, clock: 'by level' }]
      : [...steps, stage];
  }, []);

const stepOf = ({ name, clock }: StageShown, x: number, y: number): Step => {
  const named = inLines(name).map((text) => ({ text, isName: true }));
  const lines = [...named, { text: clock, isName: false }];
  return { x, y, lines: lines.map((line, at) => ({ ...line, x: x + 10, y: y + 22 + at * 19 })) };
};

/** Whole words, in as many lines as there is room for. */
const inLines = (text: string): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0) lines.push(word);
    else if (longer.length <= LETTERS_IN_A_LINE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, MOST_LINES).map(cut);
  return lines.length <= MOST_LINES ? shown : [...shown.slice(0, -1), cut(`${shown.at(-1)} …`)];
};

const cut = (line: string): string =>
  line.length <= LETTERS_IN_A_LINE + 2 ? line : `${line.slice(0, LETTERS_IN_A_LINE)}…`;
