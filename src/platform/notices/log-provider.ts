import type { Log } from '../logging/log.js';
import type { Message, NoticeProvider } from './provider.js';

/** Sends nothing anywhere: the program's own log says that there is a notice, and the API shows it. */
export class LogProvider implements NoticeProvider {
  readonly name = 'log';
  readonly needsAddress = false;

  constructor(private readonly log?: Pick<Log, 'info'>) {}

  send({ id, person }: Message): Promise<null> {
    this.log?.info('notice', { notice: id, person });
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
