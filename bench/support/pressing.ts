import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** Clients that press, in a process of their own, so that nobody who is measured waits for their turn in this one. */
export class Pressing {
  private counted: Readonly<Record<string, number>> = {};

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (answers) => (this.counted = answers as Record<string, number>));
  }

  static begin(api: string, clients: number): Pressing {
    const program = join(import.meta.dirname, 'pressing-clients.ts');
    const loader = join(import.meta.dirname, 'built.mjs');
    const execArgv = ['--no-warnings', '--experimental-transform-types', '--import', loader];
    return new Pressing(fork(program, [api, String(clients)], { execArgv }));
  }

  end(): void {
    this.child.kill();
  }

  /** The number of answers with each status. */
  answers(): string {
    return Object.entries(this.counted)
      .map(([status, count]) => `${status} ${count}`)
      .join(', ');
  }
}
