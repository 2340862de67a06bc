import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { MailboxAway, MessageRefused, ProviderAway } from '../../src/platform/notices/provider.js';
import { aConcern, Council } from '../journeys/council.js';
import { SmtpProvider } from '../../src/platform/notices/smtp-provider.js';

const MESSAGE = {
  id: '21a5f13f-a86b-5b91-8d12-40d94a988717',
  person: 'tom',
  address: 'tom@council.example',
  subject: 'DRP-BEVT-JDC2: your answer is overdue',
  text: 'Your answer was due by Friday 6 October 2023 and has not come.',
};

describe('notices over SMTP', () => {
  const ends: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  /** A mail server in this process. */
  const mailServer = async (answer: { to?: number; data?: number; from?: number; password?: string } = {}) => {
    const letters: string[] = [];
    const failing = (code: number | undefined): Error | null =>
      code === undefined ? null : Object.assign(new Error('No'), { responseCode: code });
    const server = new SMTPServer({
      authOptional: answer.password === undefined,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        password === answer.password ? done(null, { user: 'footprint' }) : done(new Error('No')),
      onMailFrom: (_address, _session, done) => done(failing(answer.from)),
      onRcptTo: (_address, _session, done) => done(failing(answer.to)),
      onData: (stream, _session, done) => {
        let letter = '';
        stream.on('data', (chunk: Buffer) => (letter += chunk.toString()));
        stream.on('end', () => {
          letters.push(letter);
          done(failing(answer.data));
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => new Promise((resolve) => server.close(() => resolve())));
    return { letters, port: (server.server.address() as AddressInfo).port };
  };

  const providerAt = (port: number, { more = '', patience = 20_000 } = {}): SmtpProvider => {
    const url = `smtp://${more}127.0.0.1:${port}`;
    const provider = new SmtpProvider({ url, from: 'Footprint <footprint@council.example>', patience });
    ends.push(() => provider.close());
    return provider;
  };

  it('go as plain text, with a number of their own that a repeat has too', async () => {
    const { letters, port } = await mailServer();
    const provider = providerAt(port);
    await expect(provider.send(MESSAGE)).resolves.toBe(`<${MESSAGE.id}@council.example>`);
    await provider.send(MESSAGE);
    expect(letters).toHaveLength(2);
    for (const letter of letters) {
      expect(letter).toContain('From: Footprint <footprint@council.example>');
      expect(letter).toContain('To: tom@council.example');
      expect(letter).toContain('Subject: DRP-BEVT-JDC2: your answer is overdue');
      expect(letter).toContain(`Message-ID: <${MESSAGE.id}@council.example>`);
      expect(letter).toContain('Auto-Submitted: auto-generated');
      expect(letter).toContain('Content-Type: text/plain; charset=utf-8');
      expect(letter).toContain(MESSAGE.text);
    }
  });

  it('sign in where the server asks for it', async () => {
    const { letters, port } = await mailServer({ password: 'secret' });
    await providerAt(port, { more: 'footprint:secret@' }).send(MESSAGE);
    expect(letters).toHaveLength(1);
    await expect(providerAt(port, { more: 'footprint:wrong@' }).send(MESSAGE)).rejects.toBeInstanceOf(ProviderAway);
  });

  it('are refused for good where the server says so of the recipient or the message', async () => {
    await expect(providerAt((await mailServer({ to: 550 })).port).send(MESSAGE)).rejects.toEqual(
      new MessageRefused('550'),
    );
    await expect(providerAt((await mailServer({ data: 554 })).port).send(MESSAGE)).rejects.toEqual(
      new MessageRefused('554'),
    );
  });

  it.each([
    [{ to: 452 }, new MailboxAway('452')],
    [{ to: 450 }, new MailboxAway('450')],
    [{ to: 552 }, new MailboxAway('552')],
    [{ data: 452 }, new MailboxAway('452')],
    [{ data: 451 }, new MailboxAway('451')],
  ])('keep one recipient apart where the server takes nothing for them now: %j', async (answer, expected) => {
    const { port } = await mailServer(answer);
    await expect(providerAt(port).send(MESSAGE)).rejects.toEqual(expected);
  });

  it.each([
    [{ from: 452 }, '452'],
    [{ from: 451 }, '451'],
    [{ from: 553 }, '553'],
    [{ to: 421 }, '421'],
    [{ data: 421 }, '421'],
  ])('wait where the trouble is ours or the server’s: %j', async (answer, code) => {
    const { port } = await mailServer(answer);
    await expect(providerAt(port).send(MESSAGE)).rejects.toEqual(new ProviderAway(code));
  });

  it('reach the people of a council who have an address, and say of the others that they have none', async () => {
    const { letters, port } = await mailServer();
    const council = await Council.begin('house', { notices: providerAt(port) });
    ends.push(() => council.end());
    await council.done('Adam', '/people/tom/complete', { name: 'Tom', email: 'tom@council.example' });
    const { reference } = await council.done('Iris', '/disputes', aConcern());
    await council.caughtUp();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toContain(`Subject: ${reference}: a dispute for you to answer`);
    expect(letters[0]).not.toMatch(/permanence|review was in February|Iris|(?<![0-9A-Z-])C1\b/);
    const { body } = await council.get<{ items: object[] }>('Alma', '/notices');
    expect(body.items).toMatchObject([{ standing: 'failed', failure: 'no-address', provider: 'smtp' }]);
  });

  it('wait where nobody listens, and where somebody listens and says nothing, or no more than a greeting', async () => {
    const { port } = await new Promise<AddressInfo>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address() as AddressInfo;
        server.close(() => resolve(address));
      });
    });
    await expect(providerAt(port).send(MESSAGE)).rejects.toEqual(new ProviderAway('ESOCKET'));

    for (const greeting of ['', '220 mail.council.example\r\n']) {
      const sockets: Socket[] = [];
      const silent = await new Promise<Server>((resolve) => {
        const server = createServer((socket) => {
          sockets.push(socket);
          socket.write(greeting);
        }).listen(0, '127.0.0.1', () => resolve(server));
      });
      ends.push(() => {
        for (const socket of sockets) socket.destroy();
        return new Promise((resolve) => silent.close(() => resolve()));
      });
      await expect(
        providerAt((silent.address() as AddressInfo).port, { patience: 300 }).send(MESSAGE),
      ).rejects.toBeInstanceOf(ProviderAway);
    }
  });
});
