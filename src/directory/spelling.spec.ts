import { describe, expect, it } from '@jest/globals';
import { codeFor } from './import/team-codes.js';
import { plainName, plainSpelling, slug } from './spelling.js';

describe('spellings', () => {
  it.each(['Through-Care 1', 'through care 1 ', 'Through  Care 1', 'THROUGHCARE1', 'Through–Care 1'])(
    'reads %p as Through Care 1',
    (written) => expect(plainSpelling(written)).toBe(plainSpelling('Through Care 1')),
  );

  it('keeps different teams apart', () => {
    expect(plainSpelling('Through Care 1')).not.toBe(plainSpelling('Through Care 11'));
  });

  it('reads a name with or without its full stops', () => {
    expect(plainName('P. Ames')).toBe(plainName('p ames'));
  });

  it.each([
    ['P. Ames', 'p-ames'],
    ["Niamh O'Brien", 'niamh-obrien'],
    ['Zoë Müller', 'zoe-muller'],
    ['Þóra Ólafsdóttir', 'þora-olafsdottir'],
    ['王小明', '王小明'],
  ])('makes of %p the id %p', (name, id) => expect(slug(name)).toBe(id));
});

describe('the code of a team', () => {
  it.each([
    ['Through Care 1', ['TC1', 'Through-Care 1'], 'TC1'],
    ['Through Care 3', ['TC 3'], 'TC3'],
    ['Children with Disabilities', ['CWD', 'Children With Disabilities Team'], 'CWD'],
    ['Locality North', ['North Locality', 'LOCALITY NORTH'], 'LN'],
    ['Locality Wyre Forest', [], 'LWF'],
    ['Through Care 1', [], 'TC1'],
  ])('of %p, also written %p, is %p', (name, spellings, code) => expect(codeFor(name, spellings)).toBe(code));
});
