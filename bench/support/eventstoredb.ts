import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Measured {
  /** For the figures: which of the two it was. */
  readonly kind: string;
  readonly connectionString: string;
  end(): void;
}

/** The server at `FOOTPRINT_TEST_ESDB`, or the one of the tests in a process of its own. */
export const eventStoreDb = async (): Promise<Measured> => {
  const real = process.env.FOOTPRINT_TEST_ESDB;
  if (real) return { kind: 'a real server', connectionString: real, end: () => {} };
  const program = join(import.meta.dirname, 'eventstoredb-server.ts');
  const loader = join(import.meta.dirname, 'built.mjs');
  const flags = ['--no-warnings', '--experimental-transform-types', '--import', loader];
  const child = spawn(process.execPath, [...flags, program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { kind: 'the server of the tests', connectionString: said.toString().trim(), end: () => void child.kill() };
};
