import { connect } from 'node:net';

/** The bytes that a server sent back over a connection. */
export interface RawAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** All of it, where there were several answers. */
  readonly text: string;
}

/** Nothing for so long, and the answer is taken to be complete. */
const SILENCE_MILLISECONDS = 1_500;

/**
 * Sends bytes as they are over a connection of its own, and gives what came back until it was closed. Of several pieces, each is sent
 * once something has come back for the one before.
 */
export const sendRaw = (port: number, bytes: string | readonly string[]): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const pieces = [bytes].flat();
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(pieces.shift()!));
    socket.setTimeout(SILENCE_MILLISECONDS, () => socket.destroy());
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const next = pieces.shift();
      if (next !== undefined) socket.write(next);
    });
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString('utf8'))));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error);
    });
  });

const readAnswer = (text: string): RawAnswer => {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n'), text };
};
