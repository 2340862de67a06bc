import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Names in every stack trace the lines that were written, in place of those of the files that the build made of them. The map of a file is
 * read when an error in that file is first described, so a start pays nothing for it; `--enable-source-maps` reads all maps at once.
 */
export const nameLinesOfSources = (): void => {
  const mapOf = eachOnce(readMap);
  Error.prepareStackTrace = (error, calls) =>
    [String(error), ...calls.map((call) => `    at ${inItsSource(call, mapOf)}`)].join('\n');
};

type MapOf = (file: string) => SourceMap | undefined;

const eachOnce = (read: MapOf): MapOf => {
  const known = new Map<string, SourceMap | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file));
    return known.get(file);
  };
};

/** @returns nothing where the file has no map, as those of packages that are not part of the bundle */
const readMap: MapOf = (file) =>
  existsSync(`${file}.map`) ? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))) : undefined;

const inItsSource = (call: NodeJS.CallSite, mapOf: MapOf): string => {
  const address = call.getFileName();
  const line = call.getLineNumber();
  const column = call.getColumnNumber();
  if (!address?.startsWith('file:') || line === null || column === null) return String(call);
  const file = fileURLToPath(address);
  const origin = mapOf(file)?.findOrigin(line, column);
  if (origin === undefined || !('fileName' in origin)) return String(call);
  const source = resolve(file, '..', origin.fileName);
  return String(call).replace(`${address}:${line}:${column}`, `${source}:${origin.lineNumber}:${origin.columnNumber}`);
};
