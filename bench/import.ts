import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import writeXlsx from 'write-excel-file/node';

/**
 * 50,000 rows of a register, imported by the command line as a person would, from CSV and from XLSX: seconds, those of them in which a
 * processor worked for it (the others it waited, for the disk or for a turn on a busy machine), and peak memory.
 */
const ROWS = 50_000;
const LIMITS = { csv: { seconds: 60, megabytes: 300 }, xlsx: { seconds: 60, megabytes: 600 } };

const root = resolve(import.meta.dirname, '..');
const example = join(root, 'examples/worcestershire');
const folder = mkdtempSync(join(tmpdir(), 'footprint-bench-import-'));

const HEADINGS =
  'Ref,Child ID,IRO,Team,Team manager,Type,Date raised,Theme,Concern,Spoke first?,Response due,Response date,Response,Stage reached,Challenge meeting,Outcome,Date resolved,Impact for child';
const TEAMS = ['TC1', 'TC2', 'TC 3', 'TC4', 'North Locality', 'South Locality', 'UASC', 'CWD', 'Locality Wyre Forest'];
const THEMES = ['Drift & Delay', 'Family time', 'Life story work', 'Placement', 'Statutory visits'];
const CONCERN =
  'No progress on the permanence plan since the last review, and nobody has told the child why that is so.';

const day = (number: number, later: number): string =>
  new Date(Date.UTC(2013, 3, 1 + (number % 3_500) + later)).toISOString().slice(0, 10).split('-').reverse().join('/');

const row = (number: number): string[] => {
  const formal = number % 3 === 0;
  return [
    `${formal ? 'F' : 'I'}/${number}`,
    String(1_000_000 + (number % 40_000)),
    `IRO ${number % 60}`,
    TEAMS[number % TEAMS.length]!,
    'P. Ames',
    formal ? 'Formal' : 'Informal',
    day(number, 0),
    THEMES[number % THEMES.length]!,
    `${CONCERN} (${number})`,
    'Y',
    day(number, 7),
    day(number, 5),
    'Agreed',
    formal ? 'Stage 1' : '',
    '',
    'Resolved',
    day(number, 9),
    'Referral made',
  ];
};

const PRINT_PEAK = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>{const u=process.resourceUsage();' +
    'process.stderr.write("\\npeak "+u.maxRSS+" worked "+(u.userCPUTime+u.systemCPUTime)+"\\n")})',
)}`;

const footprint = (data: string, words: string[]): { seconds: number; worked: number; megabytes: number } => {
  const environment = { ...process.env, FOOTPRINT_DATA_DIR: data, NODE_OPTIONS: `--import=${PRINT_PEAK}` };
  const begun = performance.now();
  const ran = spawnSync(join(root, 'bin/footprint'), words, { env: environment, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const seconds = (performance.now() - begun) / 1_000;
  const [, peak, worked] = /peak (\d+) worked (\d+)/.exec(ran.stderr)!;
  return { seconds, worked: Number(worked) / 1_000_000, megabytes: Number(peak) / 1024 };
};

const importing = (kind: 'csv' | 'xlsx', file: string): string => {
  const data = join(folder, kind);
  footprint(data, ['directory', 'import', join(example, 'teams.csv')]);
  footprint(data, ['protocol', 'adopt', join(example, 'protocol.yaml'), '--from', '2013-04-01']);
  const mapping = join(example, 'mapping.yaml');
  const words = ['register', 'import', file, '--mapping', mapping, '--expect-total', String(ROWS), '--json'];
  const { seconds, worked, megabytes } = footprint(data, words);
  const limit = LIMITS[kind];
  return `${kind} ${seconds.toFixed(1)} s of ${limit.seconds} (${worked.toFixed(1)} s of a processor), ${megabytes.toFixed(0)} MB of ${limit.megabytes}`;
};

try {
  const rows = Array.from({ length: ROWS }, (_, number) => row(number));
  const csv = join(folder, 'register.csv');
  writeFileSync(csv, [HEADINGS, ...rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','))].join('\r\n'));
  const xlsx = join(folder, 'register.xlsx');
  const cells = [HEADINGS.split(','), ...rows].map((line) => line.map((value) => ({ value })));
  await (await writeXlsx(cells)).toFile(xlsx);
  process.stdout.write(`import of 50,000 rows: ${importing('csv', csv)}; ${importing('xlsx', xlsx)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
