/*
 * Prepares EventStoreDB for the program: an account of its own, which can read everything and append, and can neither delete nor
 * truncate a stream nor change who may. It may run again at any time, and then sets the same once more: that is how the account's
 * password is changed.
 *
 * Settings: EVENTSTORE_NODES (`host:port`, with commas), SECRETS (the folder of the passwords and of the authority's certificate).
 * Node must trust that authority: NODE_EXTRA_CA_CERTS.
 */
import { readFileSync } from 'node:fs';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';

const ACCOUNT = 'footprint';
const ATTEMPTS = 60;
const BETWEEN_ATTEMPTS = 2_000;

const nodes = process.env.EVENTSTORE_NODES ?? 'eventstore-1:2113,eventstore-2:2113,eventstore-3:2113';
const folder = process.env.SECRETS ?? '/run/secrets';
const secret = (name) => readFileSync(`${folder}/${name}`, 'utf8').trim();
const administrator = { username: 'admin', password: secret('eventstore-admin-password') };
const password = secret('eventstore-account-password');

/** What the account may do with every stream of its own; the server's own streams stay with administrators. */
const READERS_AND_WRITERS = ['$admins', ACCOUNT];
const RIGHTS = {
  $userStreamAcl: {
    $r: READERS_AND_WRITERS,
    $w: READERS_AND_WRITERS,
    $mr: READERS_AND_WRITERS,
    $d: '$admins',
    $mw: '$admins',
  },
  $systemStreamAcl: { $r: '$admins', $w: '$admins', $mr: '$admins', $d: '$admins', $mw: '$admins' },
};

const prepare = async () => {
  await makeAccount();
  const client = EventStoreDBClient.connectionString(
    `esdb://${nodes}?tls=true&tlsCAFile=${folder}/eventstore-ca.crt&nodePreference=leader`,
  );
  const options = { credentials: administrator, deadline: 10_000 };
  try {
    await client.appendToStream('$settings', [jsonEvent({ type: 'update-default-acl', data: RIGHTS })], options);
    await client.setStreamMetadata('$all', { acl: { readRoles: READERS_AND_WRITERS } }, options);
  } finally {
    await client.dispose();
  }
};

const makeAccount = async () => {
  const there = await asked('GET', `/users/${ACCOUNT}`);
  if (there.status === 404)
    await mustBeDone(
      await asked('POST', '/users/', { loginName: ACCOUNT, fullName: 'Footprint', groups: [], password }),
    );
  else {
    await mustBeDone(there);
    await mustBeDone(await asked('POST', `/users/${ACCOUNT}/command/reset-password`, { newPassword: password }));
  }
};

const mustBeDone = async (response) => {
  if (!response.ok) throw new Error(`EventStoreDB answered ${response.status}`);
};

/** Of the first node that answers. One that is not the leader may say who is, and is followed there. */
const asked = async (method, path, body) => {
  let trouble;
  for (const node of nodes.split(',')) {
    try {
      return await send(new URL(path, `https://${node}`), method, body);
    } catch (error) {
      trouble = error;
    }
  }
  throw trouble;
};

const send = async (address, method, body) => {
  const { username, password } = administrator;
  const response = await fetch(address, {
    method,
    redirect: 'manual',
    headers: {
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
      'content-type': 'application/json',
      accept: 'application/json',
    },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const elsewhere = response.status === 307 && response.headers.get('location');
  return elsewhere ? send(new URL(elsewhere), method, body) : response;
};

/** A cluster that has just been started has no leader yet. */
for (let attempt = 1; ; attempt++) {
  try {
    await prepare();
    break;
  } catch (error) {
    if (attempt === ATTEMPTS) throw error;
    process.stderr.write(`prepare: not yet (${error.cause?.code ?? error.type ?? error.message})\n`);
    await new Promise((later) => setTimeout(later, BETWEEN_ATTEMPTS));
  }
}
process.stderr.write(`prepare: the account ${ACCOUNT} can read and append, and nothing more\n`);
