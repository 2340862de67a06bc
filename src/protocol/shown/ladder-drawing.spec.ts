import { describe, expect, it } from '@jest/globals';
import { ladderDrawing } from './ladder-drawing.js';
import type { StageShown } from './protocol-shown.js';

const stage = (name: string): StageShown => ({
  ...{ place: 'stage 1', name, level: null, answeredBy: 'team manager', clock: '5 working days', due: [] },
});

describe('the drawing of a ladder', () => {
  it('has one step for a stage whose time depends on the level', () => {
    const at = (level: string): StageShown => ({ ...stage('Team manager'), level });
    const { steps } = ladderDrawing([at('red'), at('green'), { ...stage('Director'), place: 'stage 2' }]);
    expect(steps.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
      ['Team manager', 'by level'],
      ['Director', '5 working days'],
    ]);
  });

  it('has a step for each stage, each further right and higher up, all of them inside', () => {
    const drawing = ladderDrawing(['Team manager', 'Service manager', 'Director'].map(stage));
    expect(drawing.steps.map(({ x }) => x)).toEqual([1, 193, 385]);
    expect(drawing.steps.map(({ y }) => y)).toEqual([45, 23, 1]);
    for (const { x, y } of drawing.steps) {
      expect(x + drawing.step.width).toBeLessThan(drawing.width);
      expect(y + drawing.step.height).toBeLessThan(drawing.height);
    }
  });

  it('keeps long names within their step', () => {
    const [step] = ladderDrawing([
      stage('Meeting of the assistant director with the head of service and others'),
    ]).steps;
    expect(step!.lines.map(({ text }) => text)).toEqual(['Meeting of the', 'assistant director …', '5 working days']);
    expect(ladderDrawing([stage('Nonconformitätsfeststellungsverfahren')]).steps[0]!.lines[0]!.text).toHaveLength(22);
  });

  it('is empty where there is no stage', () => {
    expect(ladderDrawing([]).steps).toEqual([]);
  });
});
