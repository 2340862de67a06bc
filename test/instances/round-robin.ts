import { Agent, createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http';

/** A small proxy as it stands in front of several instances: each request goes to the next one. */
export class RoundRobin {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly server: Server;
  private addresses: readonly string[] = [];
  private turns = 0;

  private constructor() {
    this.server = createServer((request, answer) => this.passOn(request, answer));
  }

  static async listen(): Promise<RoundRobin> {
    const proxy = new RoundRobin();
    await new Promise<void>((resolve) => void proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : ''}`;
  }

  /** Ready instances. A request while there is none is cut off. */
  passTo(addresses: readonly string[]): void {
    this.addresses = addresses;
  }

  async close(): Promise<void> {
    this.agent.destroy();
    this.server.closeAllConnections();
    await new Promise((resolve) => void this.server.close(resolve));
  }

  private passOn(request: IncomingMessage, answer: ServerResponse): void {
    const address = this.addresses[this.turns++ % this.addresses.length];
    const cutOff = (): void => void answer.destroy();
    if (address === undefined) return cutOff();
    const { method, headers } = request;
    const passed = ask(`${address}${request.url}`, { method, headers, agent: this.agent }, (answered) => {
      answer.writeHead(answered.statusCode!, answered.headers);
      answered.on('error', cutOff).on('aborted', cutOff).pipe(answer);
    });
    passed.on('error', cutOff);
    request.on('error', cutOff).pipe(passed);
  }
}
