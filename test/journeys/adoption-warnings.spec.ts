import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ProtocolsDto } from '../../src/protocol/read/protocols.dto.js';
import { checkedProtocol, remarksOnAdoption } from '../../src/roles/checked-protocol.js';
import { shipped } from '../support/shipped.js';
import { Council } from './council.js';

let council: Council;
beforeAll(async () => {
  council = await Council.begin('house');
});
afterAll(() => council.end());

it('of a protocol over HTTP are those of the command line, in the answer, in the record, and when it is sent again', async () => {
  const yaml = readFileSync('protocols/barnet.yaml', 'utf8');
  const from = '2026-04-01';
  const { protocol, warnings } = checkedProtocol(yaml, 'barnet.yaml');
  const odd = remarksOnAdoption(protocol, from, '2023-04-03', shipped('house').protocol).map(({ message }) => message);
  expect(odd).toEqual([
    expect.stringContaining('more than a year ahead'),
    expect.stringContaining('the protocol adopted last has house'),
  ]);
  const expected = [...odd, ...warnings].map((message) => ({ code: 'protocol-warning', message, pointer: '/yaml' }));
  const key = { 'idempotency-key': 'adopt-barnet' };
  const first = await council.doneByTwo('Mona', '/protocol', { yaml, from }, key);
  const again = await council.done('Mona', '/protocol', { yaml, from }, key);
  const { body } = await council.get<ProtocolsDto>('Mona', '/protocol');
  expect(body.items.at(-1)!.warnings).toEqual([...odd, ...warnings]);
  expect(again.advice.filter(({ code }) => code === 'protocol-warning')).toEqual(expected);
  expect(first.reference).toBeDefined();
});
