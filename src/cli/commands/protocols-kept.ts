import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { bundledHolidays } from '../../calendar/bank-holidays.js';
import { workingCalendar } from '../../calendar/working-days.js';
import { notUtf8In } from '../../platform/utf8.js';
import { compareProtocols, keyForPeople } from '../../protocol/compare-protocols.js';
import { describeProtocol } from '../../protocol/describe-protocol.js';
import type { Protocol } from '../../protocol/protocol.js';
import type { ProtocolRead } from '../../protocol/read-protocol.js';
import type { ProtocolVersionDto } from '../../protocol/read/protocols.dto.js';
import { ReadProtocols } from '../../protocol/read/protocols.query.js';
import { checkedProtocol } from '../../roles/checked-protocol.js';
import { walkInWords } from '../../roles/walk-in-words.js';
import type { Council } from '../council.js';
import { inWordsOf } from '../../protocol/shown/protocol-shown.js';
import { CommandFailed, printExactly, printJson, type Terminal } from '../terminal.js';

interface Printing {
  readonly json?: boolean;
}

/** A protocol in full, in its own words: every rule, and the dry walk. */
export const inFull = (protocol: Protocol): string =>
  inWordsOf(protocol)(
    [
      describeProtocol(protocol, workingCalendar(bundledHolidays(), [])),
      '',
      'Dry walk, with the access table asked:',
      ...walkInWords(protocol).map((line) => `  ${line}`),
      '',
    ].join('\n'),
  );

/** @throws CommandFailed where it cannot be opened or is no UTF-8 */
export const textOf = async (path: string): Promise<string> => {
  const bytes = await readFile(path).catch(() => {
    throw new CommandFailed(`${path} cannot be opened. Check its name and that you may read it.`);
  });
  const unreadable = notUtf8In(bytes);
  if (unreadable !== undefined)
    throw new CommandFailed(
      `${path} is not written in UTF-8: line ${unreadable.line} has a letter that cannot be read. Save it as UTF-8 and try again.`,
    );
  return bytes.toString('utf8');
};

/** @throws CommandFailed, ProtocolInvalid */
export const readAndChecked = async (path: string): Promise<ProtocolRead & { readonly text: string }> => {
  const text = await textOf(path);
  return { text, ...checkedProtocol(text, basename(path)) };
};

/** Every version, and which is in force today. */
export const listProtocols = async (council: Council, terminal: Terminal, { json }: Printing): Promise<void> => {
  const { inForce, items } = await council.queries.execute(new ReadProtocols());
  if (json)
    return printJson(terminal, {
      inForce,
      items: items.map(({ version, from, id, title, warnings }) => ({ version, from, id, title, warnings })),
    });
  if (items.length === 0) terminal.print('No protocol is adopted yet: footprint protocol adopt FILE --from DATE.\n');
  for (const { version, from, id, title } of items)
    printExactly(
      terminal,
      `Version ${version} from ${from}: ${title} (${id})${version === inForce ? ', in force today' : ''}\n`,
    );
};

/** One version in words; the one in force where none is named. */
export const showProtocol = async (
  council: Council,
  terminal: Terminal,
  version: number | undefined,
  { json }: Printing,
): Promise<void> => {
  const { protocol, ...about } = await versionNamed(council, version);
  if (json) return printJson(terminal, { ...about, protocol });
  const said = inWordsOf(protocol);
  printExactly(terminal, `Version ${about.version}, in force from ${about.from}\n${inFull(protocol)}`);
  for (const warning of about.warnings) printExactly(terminal, `Warning: ${said(warning)}\n`);
};

/** A file against a version, key by key and each side in its own words; against the one in force where none is named. */
export const compareProtocol = async (
  council: Council,
  terminal: Terminal,
  after: Protocol,
  { json, version }: Printing & { readonly version?: number },
): Promise<void> => {
  const before = await versionNamed(council, version);
  const changed = compareProtocols(before.protocol, after);
  if (json) return printJson(terminal, { against: before.version, changed });
  if (changed.length === 0) terminal.print(`The same rules as version ${before.version}.\n`);
  const [old, now] = [inWordsOf(before.protocol), inWordsOf(after)];
  for (const rule of changed)
    printExactly(
      terminal,
      `${now(keyForPeople(rule.key))}\n  version ${before.version}: ${old(rule.before ?? 'not said')}\n  the file: ${now(rule.after ?? 'not said')}\n`,
    );
};

type Kept = Omit<ProtocolVersionDto, 'protocol'> & { readonly protocol: Protocol };

const versionNamed = async (council: Council, version: number | undefined): Promise<Kept> => {
  const { inForce, items } = await council.queries.execute(new ReadProtocols());
  const wanted = version ?? inForce;
  const found = items.find((item) => item.version === wanted);
  if (found !== undefined) return found as Kept;
  throw new CommandFailed(
    version === undefined
      ? 'No protocol is in force today. Adopt one first: footprint protocol adopt FILE --from DATE.'
      : `There is no version ${version}. See "footprint protocol list".`,
  );
};
