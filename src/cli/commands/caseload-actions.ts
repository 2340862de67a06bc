import type { Command } from 'commander';
import type { CaseloadHandedOverDto, CaseloadShareDto } from '../../caseload/hand-over.dto.js';
import { handedOverText } from '../../caseload/hand-over.text.js';
import { readReference } from '../../platform/ids.js';
import { overTheApi } from '../over-the-api.js';
import { BadUse, printJson, type Terminal } from '../terminal.js';
import { listed } from './shared.js';

export interface HandOverOptions {
  readonly to?: string;
  readonly share?: readonly string[];
  readonly reason: string;
  readonly json?: boolean;
}

/** Hands over a caseload through the API and prints what changed hands. @throws BadUse if no taker is named */
export const handOverCaseload = async (
  command: Command,
  terminal: Terminal,
  iro: string,
  { to, share = [], reason, json }: HandOverOptions,
): Promise<void> => {
  const shares = [...share.map(shareIn), ...(to === undefined ? [] : [{ toIro: to }])];
  if (shares.length === 0) throw new BadUse('Say who takes it: --to for all of it, or --share for a part.');
  const sent = { path: `/people/${encodeURIComponent(iro)}/hand-over-caseload`, body: { shares, reason } };
  const handedOver = await overTheApi<CaseloadHandedOverDto>(command, terminal, sent);
  if (json) return printJson(terminal, handedOver);
  terminal.print(`${handedOverText(handedOver).join('\n')}\n`);
};

/** `J. Orme=1000592,DRP-7K4M-2QXH`: what is a reference is a dispute, and everything else the record number of a child. */
const shareIn = (written: string): CaseloadShareDto => {
  const at = written.lastIndexOf('=');
  const toIro = written.slice(0, Math.max(at, 0)).trim();
  const taken = listed(written.slice(at + 1));
  if (toIro === '' || taken.length === 0)
    throw new BadUse(`A share is who takes it, "=", and what: 'J. Orme=1000592'. This is not: ${written}.`);
  const references = taken.filter((each) => readReference(each) !== undefined);
  const children = taken.filter((each) => !references.includes(each));
  return { toIro, children, disputes: references };
};
