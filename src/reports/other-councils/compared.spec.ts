import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { dispute, protocolAdopted, readingAt } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { SAYS_NOTHING } from '../../protocol/words-now.js';
import { besideOthers } from './compared.js';
import type { OtherCouncilEvent, OtherCouncilFigure } from './events.js';
import { otherCouncilsShown } from './other-councils-shown.js';
import { otherCouncilsText } from './other-councils.text.js';

const LATER = '2023-11-01T09:00:00.000Z';
const figure = (over: Partial<OtherCouncilFigure>): OtherCouncilEvent => ({
  type: 'OtherCouncilFigureEntered',
  data: {
    ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal', value: 87, children: 902 },
    ...{ source: 'Annual report, page 9', publishedOn: '2023-10-04', definition: 'Formal DRPs raised.', ...over },
  },
});
const published = (...events: OtherCouncilEvent[]): Story => ({ stream: 'report-other-councils', events });
const reading = async (...stories: readonly Story[]) =>
  readingAt(
    await readModelsOf(protocolAdopted(), dispute('D1', ...Controls.disputeRaised({ reference: 'D1' })), ...stories),
    LATER,
  );

describe('Figures of other councils', () => {
  it('stand beside one’s own as rates to 100 children, A to Z and not by size', async () => {
    const { measures } = besideOthers(
      '2022/23',
      await reading(published(figure({}), figure({ council: 'Barnet', value: 12, children: 300 }))),
    );
    expect(measures.map(({ code }) => code)).toEqual(['formal']);
    expect(measures[0]!.own).toMatchObject({ value: 1, missing: null });
    expect(measures[0]!.others.map(({ council, per100 }) => [council, per100])).toEqual([
      ['Barnet', 4],
      ['Worcestershire', 9.6],
    ]);
  });

  it('have no rate where no number of children, or too small a one, was published', async () => {
    const { measures } = besideOthers(
      '2022/23',
      await reading(published(figure({ children: null }), figure({ council: 'Rutland', value: 2, children: 29 }))),
    );
    expect(measures[0]!.others.map(({ per100 }) => per100)).toEqual([null, null]);
  });

  it('stand as they were corrected, and no more once they are withdrawn', async () => {
    const corrected: OtherCouncilEvent = {
      type: 'OtherCouncilFigureCorrected',
      data: { ...(figure({ value: 88 }).data as OtherCouncilFigure), reason: 'A slip.' },
    };
    const withdrawn: OtherCouncilEvent = {
      type: 'OtherCouncilFigureWithdrawn',
      data: { council: 'Worcestershire', year: '2022/23', measure: 'formal', reason: 'It counted conferences.' },
    };
    const after = async (...events: OtherCouncilEvent[]) =>
      besideOthers('2022/23', await reading(published(...events))).measures;
    expect((await after(figure({}), corrected))[0]!.others.map(({ value }) => value)).toEqual([88]);
    expect(await after(figure({}), corrected, withdrawn)).toEqual([]);
  });

  it('stand under their own year alone', async () => {
    expect(besideOthers('2021/22', await reading(published(figure({})))).measures).toEqual([]);
  });

  it('are marked with who published them, where and when, on the page and in the text', async () => {
    const report = besideOthers('2022/23', await reading(published(figure({}))));
    const { tables } = otherCouncilsShown(report, { said: (text) => text });
    expect(tables[0]!.lines.map(({ name }) => name)).toEqual(['This council', 'Published by Worcestershire']);
    expect(tables[0]!.lines[1]!.cells.map(({ text, more }) => [text, more])).toEqual([
      ['9.6', undefined],
      ['87', undefined],
      ['902', undefined],
      ['Annual report, page 9', 'published on 4 October 2023'],
      ['Formal DRPs raised.', undefined],
    ]);
    const text = otherCouncilsText(report, SAYS_NOTHING);
    expect(text).toMatch(/^Published by Worcestershire +9\.6 +87 +902$/m);
    expect(text).toContain(
      '- Worcestershire: Formal DRPs raised. Source: Annual report, page 9, published on 2023-10-04.',
    );
  });
});
