import type { LocalDate } from '../calendar/calendar.js';
import { addDays } from '../calendar/dates.js';
import { ladderIn, laddersOf } from '../protocol/ladder.js';
import type { Protocol } from '../protocol/protocol.js';
import { type ProtocolRead, readProtocol } from '../protocol/read-protocol.js';
import type { Remark } from '../protocol/remark.js';
import type { Problem } from '../protocol/yaml-file.js';
import { remarksOfTheWalk } from './dry-walk.js';

/**
 * A protocol file with everything that its writer should know: what the reader of the file remarks on, and whom its rules name who are
 * refused by the access table. The remarks are in the order of the lines.
 *
 * @throws ProtocolInvalid
 */
export const checkedProtocol = (yamlText: string, fileName: string): ProtocolRead => {
  const read = readProtocol(yamlText, fileName);
  const walked = remarksOfTheWalk(read.protocol).map(({ where, message }) => ({ line: read.lineAt(where), message }));
  const all = [...read.remarks, ...walked];
  const distinct = all.filter(({ message }, index) => all.findIndex((other) => other.message === message) === index);
  const remarks = onceForAllStages(distinct).sort((a, b) => a.line - b.line);
  return { ...read, remarks, warnings: remarks.map(({ message }) => message) };
};

/** A mistake in `every-stage`, or in a default for all stages, is one on each of them and is mended on one line, so it is told once. */
const onceForAllStages = (remarks: readonly Problem[]): Problem[] => {
  const alike = new Map<string, { readonly remark: Problem; stages: number }>();
  for (const remark of remarks) {
    const of = `${remark.line} ${remark.message.replace(STAGE_TITLED, '')}`;
    const before = alike.get(of);
    if (before === undefined) alike.set(of, { remark, stages: 1 });
    else before.stages++;
  }
  return [...alike.values()].map(({ remark: { line, message }, stages }) => ({
    line,
    message: stages === 1 ? message : message.replace(STAGE_TITLED, `$& (and ${others(stages - 1)})`),
  }));
};

const STAGE_TITLED = /^(?:The informal stage|Stage \d+) “[^”]*”(?: of the ladder [a-z0-9-]+)?/;

const others = (count: number): string => (count === 1 ? 'one other stage' : `${count} other stages`);

/** A date further from today than this is most likely a slip of the pen. */
const FAR = { ahead: 366, back: 366 * 10 } as const;

/**
 * Warnings about putting a protocol in force: a first day far from today, another `id` than the council has used so far, and ladders
 * with another number of stages, because an open dispute goes on by the number of its stage.
 *
 * @param before protocol that the council adopted last; undefined if this is its first
 */
export const remarksOnAdoption = (
  protocol: Protocol,
  from: LocalDate,
  today: LocalDate,
  before: Protocol | undefined,
): Remark[] => [
  ...(from > addDays(today, FAR.ahead)
    ? [{ where: '', message: `It comes into force on ${from}, more than a year ahead. Check the year.` }]
    : []),
  ...(from < addDays(today, -FAR.back)
    ? [{ where: '', message: `It comes into force on ${from}, more than ten years back. Check the year.` }]
    : []),
  ...(before !== undefined && before.id !== protocol.id
    ? [
        {
          where: 'id',
          message: `Its id is ${protocol.id}; the protocol adopted last has ${before.id}. Keep the id where these are the same rules, changed.`,
        },
      ]
    : []),
  ...(before === undefined ? [] : laddersOfAnotherLength(protocol, before)),
];

const stagesInWords = (count: number): string => (count === 1 ? '1 stage' : `${count} stages`);

const laddersOfAnotherLength = (protocol: Protocol, before: Protocol): Remark[] =>
  laddersOf(protocol).flatMap(({ code, name, stages }) => {
    const earlier = ladderIn(before, code)?.stages.length ?? stages.length;
    if (earlier === stages.length) return [];
    const message =
      `The ladder ${name ?? 'of formal disputes'} has ${stagesInWords(stages.length)}, and had ${earlier}. ` +
      'A dispute that is open goes on by number, from its stage to the next number of these rules' +
      (stages.length < earlier ? `; none is above it from stage ${stages.length} on.` : '.') +
      ' Check which are open, and at which stage.';
    return [{ where: 'stages', message }];
  });
