/*
 * The client of EventStoreDB as it comes, in a process of its own, brought to one of the two promises that it leaves to nobody. The
 * process ends by itself with what was thrown; it would end with "lived" otherwise.
 *
 *   node bare-client.mjs closed|searching PORT
 */
import { EventStoreDBClient, jsonEvent, UnavailableError } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';

const [, , what, port] = process.argv;
const address = `127.0.0.1:${port}`;
const client =
  what === 'closed'
    ? EventStoreDBClient.connectionString(`esdb://${address}?tls=false`)
    : EventStoreDBClient.connectionString(`esdb+discover://${address}?tls=false&maxDiscoverAttempts=2`);
const append = () =>
  client.appendToStream('note-1', jsonEvent({ type: 'Noted', data: {} }), {
    credentials: { username: 'nobody', password: 'nothing' },
  });

if (what === 'closed') {
  // Another call of this client has failed, and its connection is closed while an append is on its way to it.
  await append();
  const channel = await client.getChannel();
  void append().catch(() => {});
  channel.close();
} else {
  // Nobody leads: a call of before fails while another has the client search for a leader.
  void append().catch(() => {});
  void client.handleError({ getChannel: () => undefined }, new UnavailableError({ code: 14, message: 'Gone.' }));
}
await pause(3_000);
process.stdout.write('lived\n');
process.exit(0);
