import { describe, expect, it } from '@jest/globals';
import { specify } from '../../../test/support/given.js';
import type { OtherCouncilEvent, OtherCouncilFigure } from './events.js';
import { otherCouncilsDecider } from './other-councils.js';

const given = specify(otherCouncilsDecider);
const context = { today: '2023-11-01' };
const figure: OtherCouncilFigure = {
  ...{ council: 'Worcestershire', year: '2022/23', measure: 'formal', value: 87, children: 902 },
  ...{ source: 'IRO annual report 2022/23, page 9', publishedOn: '2023-10-04', definition: 'Formal DRPs raised.' },
};
const entered = (over: Partial<OtherCouncilFigure> = {}): OtherCouncilEvent => ({
  type: 'OtherCouncilFigureEntered',
  data: { ...figure, ...over },
});
const withdrawn: OtherCouncilEvent = {
  type: 'OtherCouncilFigureWithdrawn',
  data: { council: 'Worcestershire', year: '2022/23', measure: 'formal', reason: 'It counted conferences.' },
};
const enter = (...figures: OtherCouncilFigure[]) => ({ type: 'enter' as const, figures });
const named = { council: 'worcestershire ', year: '2022/23', measure: 'formal' };

describe('A figure that another council has published', () => {
  it('is entered with its source, its day and what it counts', () =>
    given()
      .when(enter({ ...figure, council: ' Worcestershire ' }), context)
      .then(entered()));

  it('is entered with others, all of them or none', () => {
    const informal = { ...figure, measure: 'informal', value: 111 };
    given().when(enter(figure, informal), context).then(entered(), entered(informal));
    given()
      .when(enter(figure, { ...informal, source: ' ' }), context)
      .refusal();
  });

  it('is nothing new where the very same stands already, in whatever letters the council is written', () =>
    given(entered())
      .when(enter({ ...figure, council: 'WORCESTERSHIRE' }), context)
      .thenNothing());

  it('is not replaced in silence', () =>
    given(entered())
      .when(enter({ ...figure, value: 88 }), context)
      .thenRefuses('entered-already'));

  it('is not entered twice with two numbers at once', () =>
    given()
      .when(enter(figure, { ...figure, value: 88 }), context)
      .thenRefuses('figure-twice'));

  it('needs a source, a definition and a council', () => {
    for (const empty of ['source', 'definition', 'council'])
      expect(
        given()
          .when(enter({ ...figure, [empty]: '  ' }), context)
          .refusal().message,
      ).not.toBe('');
  });

  it('is one of the figures that are compared, published by today', () => {
    given()
      .when(enter({ ...figure, measure: 'formal.reopened' }), context)
      .thenRefuses('unknown-measure');
    given()
      .when(enter({ ...figure, publishedOn: '2023-11-02' }), context)
      .thenRefuses('published-later');
  });

  it('is corrected whole with a reason, under the name it was entered with', () =>
    given(entered())
      .when({ ...figure, ...named, type: 'correct', value: 88, reason: ' A slip. ' }, context)
      .then({ type: 'OtherCouncilFigureCorrected', data: { ...figure, value: 88, reason: 'A slip.' } }));

  it('is corrected to nothing new where nothing differs', () =>
    given(entered())
      .when({ ...figure, type: 'correct', reason: 'Looked up again.' }, context)
      .thenNothing());

  it('is withdrawn with a reason, and may be entered again', () => {
    given(entered())
      .when({ type: 'withdraw', ...named, reason: 'It counted conferences.' }, context)
      .then(withdrawn);
    given(entered(), withdrawn)
      .when(enter({ ...figure, value: 85 }), context)
      .then(entered({ value: 85 }));
  });

  it('that was never entered, or is withdrawn, is neither corrected nor withdrawn', () => {
    given()
      .when({ type: 'withdraw', ...named, reason: 'No.' }, context)
      .thenRefuses('no-such-figure');
    given(entered(), withdrawn)
      .when({ ...figure, type: 'correct', reason: 'No.' }, context)
      .thenRefuses('no-such-figure');
  });
});
