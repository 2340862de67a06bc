import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

const agent = new Agent({ keepAlive: true });

/** One request with connections that stay open, and its answer when the whole of it is there. */
export const send = (url: string, { token, body }: { token?: string; body?: string } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, {
      method: body === undefined ? 'GET' : 'POST',
      agent,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      },
    });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        const isJson = String(answer.headers['content-type']).includes('json');
        resolve({ status: answer.statusCode!, body: isJson && text ? (JSON.parse(text) as Answer['body']) : {} });
      });
    });
    sent.end(body);
  });
