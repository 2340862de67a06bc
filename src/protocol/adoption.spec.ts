import { describe, expect, it } from '@jest/globals';
import { Refusal } from '../platform/decider.js';
import { adoptionDecider } from './adoption.js';
import type { ProtocolAdopted } from './events.js';
import { protocolBook } from './protocol-book.js';
import { readProtocol } from './read-protocol.js';
import { IN_SET_UP } from '../roles/agreed.js';

const { protocol } = readProtocol(
  'id: a\ntitle: A\nstages: [{ name: One, addressees: team-manager, clock: 5 working-days }]',
  'a.yaml',
);
/** The versions after one more was adopted. */
const adopt = (from: string, fileSha256: string, before: readonly ProtocolAdopted[] = []): ProtocolAdopted[] => {
  const [event] = adoptionDecider.decide(
    { type: 'adopt-protocol', from, protocol, file: 'id: a', fileSha256, warnings: [], agreed: IN_SET_UP },
    before,
    null,
  );
  return [...before, event!.data];
};
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('It was not refused.');
};

describe('adopting a protocol', () => {
  it('records the rules whole, with the file they were read from', () => {
    expect(
      adoptionDecider.decide(
        {
          type: 'adopt-protocol',
          from: '2022-04-01',
          protocol,
          file: 'id: a',
          fileSha256: 'abc',
          warnings: ['long'],
          agreed: IN_SET_UP,
        },
        [],
        null,
      ),
    ).toEqual([
      {
        type: 'ProtocolAdopted',
        data: {
          version: 1,
          from: '2022-04-01',
          protocol,
          file: 'id: a',
          fileSha256: 'abc',
          warnings: ['long'],
          agreed: IN_SET_UP,
        },
      },
    ]);
  });

  it('counts versions from 1 in the order adopted', () => {
    const adopted = adopt('2021-04-01', 'c', adopt('2023-04-01', 'b', adopt('2022-04-01', 'a')));
    expect(adopted.map(({ version, from }) => [version, from])).toEqual([
      [1, '2022-04-01'],
      [2, '2023-04-01'],
      [3, '2021-04-01'],
    ]);
  });

  it('refuses the same file from the same date', () => {
    const adopted = adopt('2022-04-01', 'a');
    expect(refusalOf(() => adopt('2022-04-01', 'a', adopted))).toMatchObject({
      code: 'protocol-already-adopted',
      details: { version: 1 },
    });
    expect(adopt('2023-04-01', 'a', adopted)).toHaveLength(2);
  });

  it('lets a council go back to a file after another from that date', () => {
    const corrected = adopt('2022-04-01', 'b', adopt('2022-04-01', 'a'));
    expect(adopt('2022-04-01', 'a', corrected)).toHaveLength(3);
  });

  it('refuses a date that does not exist', () => {
    expect(refusalOf(() => adopt('2022-02-30', 'a'))).toMatchObject({ kind: 'invalid', code: 'not-a-date' });
  });
});

describe('the book of all versions', () => {
  it('has the version in force on a day: the latest that has begun', () => {
    const book = protocolBook(adopt('2023-04-01', 'b', adopt('2022-04-01', 'a')));
    expect(book.inForceOn('2022-04-01').version).toBe(1);
    expect(book.inForceOn('2023-03-31').version).toBe(1);
    expect(book.inForceOn('2023-04-01').version).toBe(2);
    expect(book.inForceOn('2030-01-01').version).toBe(2);
  });

  it('is filled backwards by a version adopted later from an earlier date', () => {
    const book = protocolBook(adopt('2021-04-01', 'b', adopt('2022-04-01', 'a')));
    expect(book.inForceOn('2021-04-01').version).toBe(2);
    expect(book.inForceOn('2022-03-31').version).toBe(2);
    expect(book.inForceOn('2022-04-01').version).toBe(1);
  });

  it('takes the one adopted last of two from the same date', () => {
    const book = protocolBook(adopt('2022-04-01', 'b', adopt('2022-04-01', 'a')));
    expect(book.inForceOn('2022-04-01').version).toBe(2);
    expect(book.version(1).from).toBe('2022-04-01');
  });

  it('refuses a day before any was in force, and says how to adopt one', () => {
    const refusal = refusalOf(() => protocolBook(adopt('2022-04-01', 'a')).inForceOn('2022-03-31'));
    expect(refusal).toMatchObject({ kind: 'rule', code: 'no-protocol-in-force' });
    expect(refusal.message).toContain('protocol adopt');
    expect(refusalOf(() => protocolBook([]).inForceOn('2022-04-01')).code).toBe('no-protocol-in-force');
  });

  it('fails on a version that was never adopted', () => {
    expect(() => protocolBook([]).version(1)).toThrow('never adopted');
  });
});
