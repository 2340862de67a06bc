import { type Answer, send } from './send.js';

/** Clients that are not signed in and press without a pause. A process of its own: it is given the address of the API and their number. */
const [, , api = '', clients = '0'] = process.argv;

/** A little more than the program reads of any body. */
const longBody = JSON.stringify({ kind: 'formal', concern: 'x'.repeat(258_000) });
const PRESSES: readonly ((api: string) => Promise<Answer>)[] = [
  (api) => send(`${api}/openapi.yaml`),
  (api) => send(`${api}/disputes`, { body: longBody }),
  (api) => send(`${api}/disputes`, { token: 'x'.repeat(43), body: longBody }),
  (api) => send(`${api}/demonstration/sign-in`, { body: JSON.stringify({ name: `N. ${Math.random()}` }) }),
  (api) => send(`${api}/demonstration/sign-in`, { body: longBody }),
  (api) => send(new URL('/', api).href),
];

const answers: Record<string, number> = {};

/** A client that is told to wait may be cut off in the middle of a long body: that is no error of the program's. */
const press = async (first: number): Promise<void> => {
  for (let turn = first; ; turn++) {
    const status = await PRESSES[turn % PRESSES.length]!(api).then(
      (answer) => String(answer.status),
      () => 'cut off',
    );
    answers[status] = (answers[status] ?? 0) + 1;
  }
};

setInterval(() => process.send?.(answers), 500);
process.once('disconnect', () => process.exit());
for (let client = 0; client < Number(clients); client++) void press(client);
