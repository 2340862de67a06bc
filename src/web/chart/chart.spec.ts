import { describe, expect, it } from '@jest/globals';
import { chart, type ChartSpec } from './chart.js';

const months = ['January', 'February', 'March', 'April'].map((name) => ({ name, short: name.slice(0, 3) }));
const spec: ChartSpec = {
  ...{ id: 'by-month', as: 'lines', title: 'As many as usual', summary: 'Formal disputes a month.', along: 'Month' },
  places: months,
  series: [{ name: 'Formal disputes', values: [3, 4, null, 9] }],
};
const bottomOf = ({ grid }: ReturnType<typeof chart>): string => grid[0]!.path.split(' ')[1]!.split('H')[0]!;

describe('a picture', () => {
  it('says every figure in its table, and that nobody knows one', () => {
    const { heads, rows } = chart({ ...spec, unit: '%' });
    expect(heads).toEqual(['Month', 'Formal disputes']);
    expect(rows).toEqual([
      ['January', '3%'],
      ['February', '4%'],
      ['March', '–'],
      ['April', '9%'],
    ]);
  });

  it('is the same for the same figures', () => expect(chart(spec)).toEqual(chart(spec)));

  it('counts from 0, in whole numbers, and past the highest', () => {
    const lines = (values: number[]): string[] =>
      chart({ ...spec, series: [{ name: 'x', values }] }).grid.map(({ text }) => text);
    expect(lines([3, 4, 9])).toEqual(['0', '2', '4', '6', '8', '10']);
    expect(lines([0, 0])).toEqual(['0', '1']);
    expect(lines([2, 1])).toEqual(['0', '1', '2']);
    expect(lines([87, 55])).toEqual(['0', '20', '40', '60', '80', '100']);
    expect(lines([231])).toEqual(['0', '50', '100', '150', '200', '250']);
  });

  it('leaves its line open where nobody knows', () => {
    expect(chart(spec).series[0]!.line!.match(/[ML]/g)).toEqual(['M', 'L', 'M']);
  });

  it('draws a bar of nothing without any height, and none where nobody knows', () => {
    const drawn = chart({ ...spec, as: 'bars', series: [{ name: 'x', values: [0, null, 5, 10] }] });
    const bars = drawn.series[0]!.marks.split('Z').filter((bar) => bar !== '');
    expect(bars).toHaveLength(3);
    expect(bars[0]).toContain(`${bottomOf(drawn)}V${bottomOf(drawn)}h`);
  });

  it('tells no more than four series apart, each by a shape of its own', () => {
    const series = ['a', 'b', 'c', 'd'].map((name) => ({ name, values: [1, 2, 3, 4] }));
    const { key } = chart({ ...spec, series });
    expect(new Set(key.map(({ mark }) => mark.replaceAll(/[\d. -]/g, ''))).size).toBe(4);
    expect(() => chart({ ...spec, series: [...series, ...series] })).toThrow('four');
  });

  it('names no more places than there is room for', () => {
    const places = Array.from({ length: 26 }, (_, index) => ({ name: `Month ${index}`, short: `${index}` }));
    expect(chart({ ...spec, places, series: [{ name: 'x', values: [] }] }).places.length).toBeLessThan(10);
  });

  it('puts the names of series below each other where one would be printed over the next', () => {
    const named = (name: string): readonly { readonly x: number; readonly y: number }[] =>
      chart({
        ...spec,
        series: [
          { ...spec.series[0]!, name },
          { ...spec.series[0]!, name: 'Thanks' },
        ],
      }).key;
    const [one, beside] = named('Formal');
    expect([beside!.y, beside!.x > one!.x]).toEqual([one!.y, true]);
    const [long, below] = named('Formal disputes of Locality North about drift and delay');
    expect([below!.x, below!.y > long!.y]).toEqual([long!.x, true]);
  });
});
