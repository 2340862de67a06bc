import { createServer, type Server, type Socket } from 'node:net';

/** A file with this mark has a virus. */
export const VIRUS = 'THIS-IS-THE-MARK-OF-A-VIRUS';

/** A stand-in for clamd on a port of this machine: it reads INSTREAM as clamd does, and finds one mark. */
export class FakeClamd {
  /** Bytes of each file that it was sent. */
  readonly scanned: Buffer[] = [];

  private constructor(
    private readonly server: Server,
    readonly address: { readonly host: string; readonly port: number },
  ) {}

  static async listen(answerOf?: (file: Buffer) => string): Promise<FakeClamd> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as { port: number };
    const clamd = new FakeClamd(server, { host: '127.0.0.1', port });
    server.on('connection', (line) => clamd.serve(line, answerOf ?? verdictOn));
    return clamd;
  }

  end(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private serve(line: Socket, answerOf: (file: Buffer) => string): void {
    const sent: Buffer[] = [];
    line.on('error', () => undefined);
    line.on('data', (chunk) => {
      sent.push(chunk as Buffer);
      const file = endsAFile(sent) ? fileIn(Buffer.concat(sent)) : undefined;
      if (file === undefined) return;
      this.scanned.push(file);
      line.end(`${answerOf(file)}\0`);
    });
  }
}

const verdictOn = (file: Buffer): string => (file.includes(VIRUS) ? 'stream: Lab.Marker FOUND' : 'stream: OK');

/** Looked at before all of it is put together: the last chunk has the length 0. */
const endsAFile = (sent: readonly Buffer[]): boolean =>
  Buffer.concat(sent.slice(-4)).subarray(-4).equals(Buffer.alloc(4));

const COMMAND = 'zINSTREAM\0';

/** The file, once its last chunk has come. */
const fileIn = (sent: Buffer): Buffer | undefined => {
  if (sent.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) return undefined;
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > sent.length) return undefined;
    chunks.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
};
