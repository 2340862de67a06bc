import { createConnection } from 'node:net';
import type { AskedOfService, SaidByService } from './messages.js';
import type { Answering } from './server.js';

/**
 * Lets the running service carry out a command, and repeats what it says.
 * @returns the exit code; undefined where no service listens there
 * @throws Error where the service ended before it had answered
 */
export const askService = (path: string, asked: AskedOfService, answering: Answering): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const socket = createConnection(path);
    let connected = false;
    let rest = '';
    let code: number | undefined;
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      connected = true;
      socket.write(`${JSON.stringify(asked)}\n`);
    });
    socket.on('data', (piece: string) => {
      const lines = (rest + piece).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        const said = JSON.parse(line) as SaidByService;
        if ('print' in said) answering.print(said.print);
        else if ('say' in said) answering.say(said.say);
        else code = said.code;
      }
    });
    socket.on('error', (error) => (connected ? reject(error) : resolve(undefined)));
    socket.on('close', () => {
      if (code !== undefined) resolve(code);
      else if (connected)
        reject(
          new Error('The running service ended before it had answered. Look at what is on record, and try again.'),
        );
    });
  });
