import type { Command } from 'commander';
import { readReference } from '../../platform/ids.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import type { EnterDisclosureDto } from '../../reports/publishing/disclosure-log/disclosure-acts.dto.js';
import { ListDisclosures, ReadDisclosure } from '../../reports/publishing/disclosure-log/disclosures.query.js';
import { disclosuresText, disclosureText } from '../../reports/publishing/disclosure-log/disclosures.text.js';
import type { Council } from '../council.js';
import { overTheApi } from '../over-the-api.js';
import { BadUse, printJson, type Terminal } from '../terminal.js';

interface Printed {
  readonly json?: boolean;
}
export interface EnterEditionOptions {
  readonly kind: string;
  readonly on: string;
  readonly recipient: string;
  readonly requestNumber?: string;
}
export interface EnterOptions extends EnterEditionOptions {
  readonly records: string;
  readonly from: string;
  readonly to: string;
  readonly figure: readonly string[];
}
export interface WithdrawOptions {
  readonly reason: string;
}

export const listDisclosures = async ({ queries }: Council, terminal: Terminal, { json }: Printed): Promise<void> => {
  const listed = await queries.execute(new ListDisclosures());
  terminal.keep?.(listed.items.map(({ recipient }) => recipient));
  if (json) printJson(terminal, listed);
  else terminal.print(`${disclosuresText(listed)}\n`);
};

export const showDisclosure = async (
  { queries }: Council,
  terminal: Terminal,
  written: string,
  { json }: Printed,
): Promise<void> => {
  const disclosure = await queries.execute(new ReadDisclosure(referenceGiven(written, 'DLE-7K4M-2QXH')));
  const { recipient, requestNumber, withdrawn } = disclosure;
  terminal.keep?.([recipient, requestNumber, withdrawn].flatMap((typed) => typed ?? []));
  if (json) printJson(terminal, disclosure);
  else terminal.print(`${disclosureText(disclosure)}\n`);
};

export const enterDisclosure = async (
  command: Command,
  terminal: Terminal,
  { records, from, to, figure, ...told }: EnterOptions,
): Promise<void> => {
  const body = { ...toldTo(told), records, from, to, figures: figure.map(figureGiven) };
  const { reference } = await overTheApi<WrittenDto>(command, terminal, { path: '/disclosures', body });
  terminal.print(`Entered as ${reference}. What is known by it counts in every later report.\n`);
};

export const enterEdition = async (
  command: Command,
  terminal: Terminal,
  report: string,
  told: EnterEditionOptions,
): Promise<void> => {
  const path = `/published-reports/${referenceGiven(report, 'RPT-7K4M-2QXH')}/enter-disclosure`;
  const { reference } = await overTheApi<WrittenDto>(command, terminal, { path, body: toldTo(told) });
  terminal.print(`Entered as ${reference}. What this edition says counts as known in every later report.\n`);
};

export const withdrawDisclosure = async (
  command: Command,
  terminal: Terminal,
  written: string,
  { reason }: WithdrawOptions,
): Promise<void> => {
  const path = `/disclosures/${referenceGiven(written, 'DLE-7K4M-2QXH')}/withdraw`;
  await overTheApi<WrittenDto>(command, terminal, { path, body: { reason } });
  terminal.print('Withdrawn. It counts in no report whose figures are taken from now on.\n');
};

const toldTo = ({ kind, on, recipient, requestNumber }: EnterEditionOptions) => ({
  ...{ kind, recipient, on },
  ...(requestNumber === undefined ? {} : { requestNumber }),
});

/** @throws BadUse for what is no reference */
const referenceGiven = (written: string, like: string): string => {
  const reference = readReference(written);
  if (reference === undefined) throw new BadUse(`"${written}" is no reference. Write it as ${like}.`);
  return reference;
};

const PLACES = ['team', 'theme', 'quarter'] as const;
type Place = (typeof PLACES)[number];

/** `12, team=Locality North, quarter=2022/23 Q2`. @throws BadUse */
const figureGiven = (written: string): EnterDisclosureDto['figures'][number] => {
  const [number = '', ...places] = written.split(',').map((each) => each.trim());
  if (!/^\d{1,6}$/.test(number)) throw new BadUse(NO_FIGURE(written));
  return { number: Number(number), ...Object.fromEntries(places.map((place) => placeGiven(place, written))) };
};

const placeGiven = (place: string, written: string): [name: Place, where: string] => {
  const at = place.indexOf('=');
  const name = PLACES.find((each) => each === place.slice(0, Math.max(at, 0)).trim());
  const where = place.slice(at + 1).trim();
  if (name === undefined || where === '') throw new BadUse(NO_FIGURE(written));
  return [name, where];
};

const NO_FIGURE = (written: string): string =>
  `A figure is a number, and of what it is: '12, team=Locality North, theme=EDUC, quarter=2022/23 Q2'. This is not: ${written}.`;
