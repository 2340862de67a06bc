import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCouncil } from '../../src/cli/open-council.js';
import { run } from '../../src/cli/run.js';
import { readConfig } from '../../src/platform/config/config.js';
import { openTheCouncil } from '../support/open-council.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** A council of its own in a temporary folder, worked from the command line inside this process. */
export class CouncilOnDisk {
  private constructor(readonly folder: string) {}

  static async empty(): Promise<CouncilOnDisk> {
    return new CouncilOnDisk(await mkdtemp(join(tmpdir(), 'footprint-register-')));
  }

  path(...parts: string[]): string {
    return join(this.folder, ...parts);
  }

  async run(...words: string[]): Promise<Ran> {
    return this.runWith({}, ...words);
  }

  /** With settings beside that of the data folder. */
  async runWith(settings: Readonly<Record<string, string | undefined>>, ...words: string[]): Promise<Ran> {
    let out = '';
    let said = '';
    const code = await run(words, {
      environment: { FOOTPRINT_DATA_DIR: this.path('data'), ...settings },
      print: (text) => void (out += text),
      say: (text) => void (said += text),
    });
    return { code, out, said };
  }

  /** A command that must succeed: its standard output. */
  async must(...words: string[]): Promise<string> {
    const { code, out, said } = await this.run(...words);
    if (code !== 0) throw new Error(`footprint ${words.join(' ')} ended with ${code}: ${said}`);
    return out;
  }

  async json<Result>(...words: string[]): Promise<Result> {
    return JSON.parse(await this.must(...words, '--json')) as Result;
  }

  /** As if one person had set it up and its IRO manager had opened it; for tests of what comes after. */
  async open(): Promise<void> {
    const { council, close } = await openCouncil(readConfig({ FOOTPRINT_DATA_DIR: this.path('data') }), 'command');
    const opening = { administrator: 'y-holt', iroManager: 'n-abbot', occurredAt: council.now };
    await openTheCouncil(council.executor, opening).finally(close);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

export const EXAMPLE = join(import.meta.dirname, '../../examples/worcestershire');
export const REGISTERS = ['disputes-2021-22.csv', 'disputes-2022-23.csv', 'acknowledgements-2022-23.csv'].map((file) =>
  join(EXAMPLE, file),
);

/** Teams and rules of the example are there; no row yet. */
export const worcestershire = async (): Promise<CouncilOnDisk> => {
  const council = await CouncilOnDisk.empty();
  await council.must('directory', 'import', join(EXAMPLE, 'teams.csv'));
  await council.must('protocol', 'adopt', join(EXAMPLE, 'protocol.yaml'), '--from', '2021-04-01');
  return council;
};

export const MAPPING = ['--mapping', join(EXAMPLE, 'mapping.yaml')];
