import { createConnection, type Socket } from 'node:net';
import type { ClamdAddress } from '../../platform/config/documents-config.js';
import { ScannerAway, type VirusScanner } from './virus-scanner.js';

/** Milliseconds without a word from clamd: 20 MB take it 2 seconds. */
const PATIENCE = 60_000;
const CHUNK = 65_536;
/** An answer is a line; a service that sends more is no clamd. */
const LONGEST_ANSWER = 1_000;

/** ClamAV as a server of its own, asked by its command INSTREAM (clamd(8)). */
export class Clamd implements VirusScanner {
  constructor(
    private readonly address: ClamdAddress,
    private readonly patience = PATIENCE,
  ) {}

  async scan(bytes: Buffer): Promise<string | null> {
    const said = await this.ask(bytes);
    if (said === 'stream: OK') return null;
    const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
    if (found !== undefined) return found;
    throw new ScannerAway(`clamd gave no verdict: ${said === '' ? 'it hung up' : said}`);
  }

  private ask(bytes: Buffer): Promise<string> {
    return new Promise((answered, fail) => {
      const line = createConnection(this.address);
      let said = '';
      const away = (error: Error): void => {
        line.destroy();
        fail(new ScannerAway(`clamd cannot be reached: ${error.message}`, { cause: error }));
      };
      line.setTimeout(this.patience, () => away(new Error('it did not answer')));
      line.on('data', (chunk) => {
        said += chunk.toString('utf8');
        if (said.length > LONGEST_ANSWER) away(new Error('its answer is none'));
      });
      // It hangs up over a file that is too large for it, and what it has said by then is its answer.
      line.on('error', (error) => (said === '' ? away(error) : answered(said.replace(/\0.*$/s, '').trim())));
      line.on('end', () => answered(said.replace(/\0.*$/s, '').trim()));
      line.on('connect', () => send(line, bytes));
    });
  }
}

/** Each chunk comes after its length; a length of 0 ends the file. */
const send = (line: Socket, bytes: Buffer): void => {
  line.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    line.write(lengthOf(chunk.length));
    line.write(chunk);
  }
  line.write(lengthOf(0));
};

const lengthOf = (bytes: number): Buffer => {
  const written = Buffer.alloc(4);
  written.writeUInt32BE(bytes);
  return written;
};
