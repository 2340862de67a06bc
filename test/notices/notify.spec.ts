import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { NotifyProvider } from '../../src/platform/notices/notify-provider.js';
import { MailboxAway, MessageRefused, ProviderAway } from '../../src/platform/notices/provider.js';

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a';
const MESSAGE = {
  id: '21a5f13f-a86b-5b91-8d12-40d94a988717',
  person: 'tom',
  address: 'tom@council.example',
  subject: 'DRP-BEVT-JDC2: your answer is overdue',
  text: 'Your answer was due by Friday 6 October 2023 and has not come.',
};

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

describe('notices over GOV.UK Notify', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });

  /** Stands in for GOV.UK Notify: answers everything with one status and body; with none, it never answers. */
  const standIn = async (status?: number, answer: object = {}) => {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { method, url, headers } = request;
        asked.push({ method, url, headers, body: JSON.parse(body) });
        if (status === undefined) return;
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const key = `footprint-${SERVICE}-${SECRET}`;
    return { asked, provider: new NotifyProvider({ key, template: TEMPLATE, url, patience: 300 }) };
  };

  it('go with the template of the settings and the notice’s number as reference', async () => {
    const { asked, provider } = await standIn(201, { id: '740e5834-3a29-46b4-9a6f-16142fde533a' });
    await expect(provider.send(MESSAGE)).resolves.toBe('740e5834-3a29-46b4-9a6f-16142fde533a');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: '/v2/notifications/email',
      body: {
        template_id: TEMPLATE,
        email_address: MESSAGE.address,
        reference: MESSAGE.id,
        personalisation: { subject: MESSAGE.subject, text: MESSAGE.text },
      },
    });
    const [, claims] = asked[0]!.headers.authorization!.replace('Bearer ', '').split('.');
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({ iss: SERVICE });
  });

  it('are refused for good where the address is not valid', async () => {
    const errors = [{ error: 'ValidationError', message: 'email_address Not a valid email address' }];
    const { provider } = await standIn(400, { status_code: 400, errors });
    await expect(provider.send(MESSAGE)).rejects.toEqual(new MessageRefused('400'));
  });

  it.each([
    "Can't send to this recipient using a team-only API key",
    "Can't send to this recipient when service is in trial mode - see https://www.notifications.service.gov.uk/trial-mode",
  ])('keep a recipient apart to whom the key may not write: %s', async (message) => {
    const { provider } = await standIn(400, { status_code: 400, errors: [{ error: 'BadRequestError', message }] });
    await expect(provider.send(MESSAGE)).rejects.toEqual(new MailboxAway('400'));
  });

  it.each([
    [400, { errors: [{ error: 'BadRequestError', message: 'Template not found' }] }],
    [400, { errors: [{ error: 'BadRequestError', message: 'Missing personalisation: text' }] }],
    [400, { errors: [{ error: 'ValidationError', message: 'template_id is not a valid UUID' }] }],
    [429, { errors: [{ error: 'TooManyRequestsError', message: 'Exceeded send limits (50) for today' }] }],
    [403, { errors: [{ error: 'AuthError', message: 'Invalid token' }] }],
    [429, { errors: [{ error: 'RateLimitError', message: 'Exceeded rate limit' }] }],
    [500, { errors: [{ error: 'Exception', message: 'Internal server error' }] }],
    [503, {}],
  ])('wait on a %i that is not about the message', async (status, answer) => {
    const { provider } = await standIn(status, answer);
    await expect(provider.send(MESSAGE)).rejects.toEqual(new ProviderAway(String(status)));
  });

  it('wait if the service does not answer in time, or does not run', async () => {
    const { provider } = await standIn();
    await expect(provider.send(MESSAGE)).rejects.toEqual(new ProviderAway('no-answer-in-time'));
    const gone = await standIn(201);
    await new Promise((resolve) => servers.pop()!.close(resolve));
    await expect(gone.provider.send(MESSAGE)).rejects.toEqual(new ProviderAway('ECONNREFUSED'));
  });
});
