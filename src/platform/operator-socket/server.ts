import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { type AskedOfService, LONGEST_REQUEST, type SaidByService } from './messages.js';

/** The outputs of a command that is carried out for somebody else. */
export interface Answering {
  print(text: string): void;
  say(text: string): void;
}

/** @returns the exit code */
export type CarryOut = (asked: AskedOfService, answering: Answering) => Promise<number>;

/**
 * Carries out commands for the operator of this machine, one after the other. The caller holds the data folder, so that a socket which
 * an ended process left there may be taken away.
 * @throws whatever the operating system says where no socket can be made
 */
export const listenForOperator = async (path: string, carryOut: CarryOut): Promise<{ close(): Promise<void> }> => {
  rmSync(path, { force: true });
  let before: Promise<unknown> = Promise.resolve();
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    askedOn(socket, (asked) => {
      before = before.then(() => answer(socket, asked, carryOut));
    });
  });
  await listening(server, path);
  chmodSync(path, 0o600);
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await before;
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
};

const listening = (server: Server, path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });

/** One line of JSON, once. */
const askedOn = (socket: Socket, act: (asked: AskedOfService) => void): void => {
  let text = '';
  const read = (piece: string): void => {
    text += piece;
    const end = text.indexOf('\n');
    if (end === -1 && text.length > LONGEST_REQUEST) socket.destroy();
    if (end === -1) return;
    socket.off('data', read);
    const asked = requestIn(text.slice(0, end));
    if (asked === undefined) socket.destroy();
    else act(asked);
  };
  socket.setEncoding('utf8');
  socket.on('data', read);
};

const requestIn = (line: string): AskedOfService | undefined => {
  try {
    const { words, folder, token } = JSON.parse(line) as Partial<AskedOfService>;
    const isText = (value: unknown): value is string => typeof value === 'string';
    if (!Array.isArray(words) || !words.every(isText) || !isText(folder)) return undefined;
    return { words, folder, ...(isText(token) ? { token } : {}) };
  } catch {
    return undefined;
  }
};

/** A person who went away is answered no more; what they asked for is carried out all the same. */
const answer = async (socket: Socket, asked: AskedOfService, carryOut: CarryOut): Promise<void> => {
  const tell = (said: SaidByService): void => {
    if (socket.writable) socket.write(`${JSON.stringify(said)}\n`);
  };
  const code = await carryOut(asked, { print: (print) => tell({ print }), say: (say) => tell({ say }) }).catch(
    (error: unknown) => {
      tell({ say: `footprint: ${error instanceof Error ? error.message : String(error)}\n` });
      return 1;
    },
  );
  tell({ code });
  socket.end();
};
