import { upperFirst } from '../../platform/upper-first.js';
import { type Chart, chart } from '../../web/chart/chart.js';
import type { ByMonth } from './by-month.js';
import {
  findingIn,
  leftOutInWords,
  monthInShort,
  monthInWords,
  NOT_COLLECTED,
  rangeInWords,
  runningInWords,
} from './finding.js';

type Said = (text: string) => string;

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** Records a month, with what they usually are. @param what is counted: "formal disputes" */
export const monthsPicture = (counted: ByMonth, what: string, said: Said): Chart => {
  const { months, range } = counted;
  return chart({
    ...{ id: 'by-month', as: 'lines', along: 'Month' },
    title: said(findingIn(counted, what)),
    summary: rangeInWords(counted),
    places: months.map((month) => ({ name: monthInWords(month), short: monthInShort(month) })),
    series: [{ name: upperFirst(what), values: months.map(({ count }) => count) }],
    notKnown: NOT_COLLECTED,
    across:
      range === null
        ? []
        : [
            { name: 'mean', value: oneDecimal(range.mean), isDashed: false },
            { name: 'usually up to', value: oneDecimal(range.upper), isDashed: true },
            ...(range.lower > 0 ? [{ name: 'at least', value: oneDecimal(range.lower), isDashed: true }] : []),
          ],
  });
};

/** Acknowledgements beside disputes, month by month: they are never added. */
export const besidePraise = (disputes: ByMonth, praise: ByMonth, what: string, said: Said): Chart => {
  const lastYear = ({ months }: ByMonth): number | null => {
    const counts = months.slice(-12).map(({ count }) => count);
    return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0);
  };
  const [given, raised] = [lastYear(praise), lastYear(disputes)];
  const acknowledgements = said('acknowledgements');
  return chart({
    ...{ id: 'beside-praise', as: 'lines', along: 'Month' },
    title:
      given === null || raised === null
        ? `Not all of the 12 months to ${monthInWords(disputes.months.at(-1)!)} are known of ${acknowledgements} and ${what}`
        : `${given} ${acknowledgements} were given in the 12 months to ${monthInWords(disputes.months.at(-1)!)}, in which ${raised} ${what} were raised`,
    summary: [
      'Months that are over. The two are counted side by side, and never added.',
      ...runningInWords(
        [praise.running, disputes.running],
        ([thanked, of]) => `${thanked} ${acknowledgements} and ${of} ${what}`,
      ),
      ...leftOutInWords([praise, disputes]),
    ].join(' '),
    notKnown: NOT_COLLECTED,
    places: disputes.months.map((month) => ({ name: monthInWords(month), short: monthInShort(month) })),
    series: [
      { name: upperFirst(what), values: disputes.months.map(({ count }) => count) },
      { name: upperFirst(acknowledgements), values: praise.months.map(({ count }) => count) },
    ],
  });
};
