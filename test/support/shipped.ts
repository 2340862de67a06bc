import { readFileSync } from 'node:fs';
import { type ProtocolRead, readProtocol } from '../../src/protocol/read-protocol.js';

/** One of the files in `protocols/`, for the tests of what they say. */
export const shipped = (name: string): ProtocolRead =>
  readProtocol(readFileSync(new URL(`../../protocols/${name}.yaml`, import.meta.url), 'utf8'), `${name}.yaml`);

/** Number, name, who answers, clock, of each stage: the columns of a council's own table. */
export const tableOf = ({ protocol }: ProtocolRead): [number, string, string, string][] =>
  [...(protocol.informal ? [protocol.informal] : []), ...protocol.stages].map((stage) => [
    stage.number,
    stage.name,
    stage.addressees.join(stage.answeredBy === 'any' ? ' or ' : ' and '),
    'amount' in stage.clock ? `${stage.clock.amount} ${stage.clock.unit}` : stage.clock.unit,
  ]);
