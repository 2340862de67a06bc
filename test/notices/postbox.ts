import {
  MailboxAway,
  type Message,
  MessageRefused,
  type NoticeProvider,
  ProviderAway,
} from '../../src/platform/notices/provider.js';

/** A provider of notices that keeps what it is sent, and can be away. */
export class Postbox implements NoticeProvider {
  readonly name = 'log';
  readonly needsAddress = false;
  /** All but the summaries of weeks, which come whatever happens. */
  readonly sent: Message[] = [];
  readonly summaries: Message[] = [];
  isAway = false;
  /** People whose messages it will never take. */
  readonly refuses = new Set<string>();
  /** People whose messages it puts off. */
  readonly defers = new Set<string>();
  /** People whose mailboxes are full. */
  readonly full = new Set<string>();
  attempts = 0;

  send(message: Message): Promise<null> {
    this.attempts++;
    if (this.defers.has(message.person)) return Promise.reject(new ProviderAway('450'));
    if (this.isAway) return Promise.reject(new ProviderAway('ECONNREFUSED'));
    if (this.full.has(message.person)) return Promise.reject(new MailboxAway('452'));
    if (this.refuses.has(message.person)) return Promise.reject(new MessageRefused('550'));
    (isSummary(message) ? this.summaries : this.sent).push(message);
    return Promise.resolve(null);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The notices sent since the last time, as `person: subject` without the reference. */
  collect(): string[] {
    return this.sent
      .splice(0)
      .map(
        ({ person, subject }) =>
          `${person}: ${subject.replace(/^((DRP|PA|REC|RVW|CM|PRP|ACC|TOK|CLH)-\S+|Covers|Teams|Children|People|My work): /, '')}`,
      )
      .sort();
  }
}

const isSummary = ({ subject }: Message): boolean => subject.startsWith('The board: the week from');
