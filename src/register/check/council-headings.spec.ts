import { expect, it } from '@jest/globals';
import { Controls } from '../../../test/support/controls.js';
import { saysOf } from '../../protocol/words-now.js';
import { exportMapping } from '../export/layout.js';
import { readMapping } from '../mapping/read-mapping.js';
import { withCouncilHeadings } from './council-headings.js';
import { recognise } from './recognise.js';

const plain = Controls.protocol();
const says = saysOf({
  ...plain,
  words: { ...plain.words, stage: 'step', stages: 'steps', meeting: 'panel', meetings: 'panels' },
});
const headingsOf = (mapping: string): string[] =>
  Object.values(readMapping(mapping, 'mapping.yaml').shapes[0]!.columns);

it('reads by a mapping of the program’s headings a file in the council’s', () => {
  const headings = headingsOf(exportMapping(says));
  expect(headings).toEqual(expect.arrayContaining(['Step reached', 'Panel']));
  const mapping = readMapping(exportMapping(), 'mapping.yaml');
  expect(() => recognise(headings, 'disputes.csv', mapping)).toThrow('lacks');
  const known = withCouncilHeadings(mapping, says);
  expect(recognise(headings, 'disputes.csv', known).columns).toMatchObject({
    stage: { heading: 'Step reached' },
    'challenge meeting': { heading: 'Panel' },
  });
});

it('reads the program’s headings as before', () => {
  const mapping = readMapping(exportMapping(), 'mapping.yaml');
  expect(withCouncilHeadings(mapping, saysOf(plain)).shapes).toEqual(mapping.shapes);
  expect(recognise(headingsOf(exportMapping()), 'disputes.csv', withCouncilHeadings(mapping, says)).unread).toEqual([]);
});
