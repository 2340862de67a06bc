import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { specify } from '../../../../test/support/given.js';
import type { Hand } from '../published-report.js';
import { disclosureDecider, disclosureStream } from './disclosure.js';
import type { DisclosureEntered, DisclosureEvent } from './events.js';

const given = specify(disclosureDecider);
const by: Hand = { person: Controls.iroManager.person, isProgram: false };

const entry: DisclosureEntered = {
  ...{ disclosure: 'DLE-7K4M-2QXH', kind: 'information-request', on: '2023-06-01', recipient: 'A newspaper' },
  ...{ requestNumber: 'FOI 2023/118', from: '2022-04-01', to: '2023-03-31', edition: null, records: 'formal' },
  figures: [
    { team: 'north', theme: null, quarter: '2022/23 Q2', number: 3 },
    { team: null, theme: null, quarter: null, number: 87 },
  ],
};
const entered: DisclosureEvent = { type: 'DisclosureEntered', data: entry };
const withdrawn: DisclosureEvent = { type: 'DisclosureWithdrawn', data: { reason: 'It was a draft.' } };
const enter = { type: 'enter', by, ...entry } as const;
const withdraw = { type: 'withdraw', by, reason: ' It was a draft. ' } as const;

describe('An entry of the disclosure log', () => {
  it('has a stream of its own', () => expect(disclosureStream('DLE-1')).toBe('disclosure-DLE-1'));
  it('is made with each number that was told', () => given().when(enter, null).then(entered));
  it('is made once', () => given(entered).when(enter, null).thenNothing());
  it('keeps no empty number of a request', () =>
    given()
      .when({ ...enter, requestNumber: ' ' }, null)
      .then({ type: 'DisclosureEntered', data: { ...entry, requestNumber: null } }));
  it('is withdrawn with a reason', () => given(entered).when(withdraw, null).then(withdrawn));
  it('is made of an edition without a number', () => {
    const ofEdition = { edition: { report: 'RPT-7K4M-2QXH', edition: 1 }, records: null, figures: [] };
    given()
      .when({ ...enter, ...ofEdition }, null)
      .then({ type: 'DisclosureEntered', data: { ...entry, ...ofEdition } });
  });

  it.each([
    ['a program', { ...enter, by: { ...by, isProgram: true } }, 'a-person-enters'],
    ['days that end before they begin', { ...enter, from: '2023-04-01' }, 'period-backwards'],
    ['nobody who has it', { ...enter, recipient: ' ' }, 'words-missing'],
    ['no number', { ...enter, figures: [] }, 'figures-missing'],
    [
      'a quarter of other days',
      { ...enter, figures: [{ team: null, theme: null, quarter: '2023/24 Q1', number: 1 }] },
      'quarter-outside',
    ],
    [
      'a number twice',
      { ...enter, figures: [entry.figures[1]!, { ...entry.figures[1]!, number: 86 }] },
      'figure-twice',
    ],
  ])('is not made by or of %s', (_, act, code) => given().when(act, null).thenRefuses(code));
  it('is not withdrawn without a reason', () =>
    given(entered)
      .when({ ...withdraw, reason: ' ' }, null)
      .thenRefuses('words-missing'));
  it('is not withdrawn twice', () => given(entered, withdrawn).when(withdraw, null).thenRefuses('withdrawn-already'));
  it('is not withdrawn where there is none', () => given().when(withdraw, null).thenRefuses('not-found'));
});
