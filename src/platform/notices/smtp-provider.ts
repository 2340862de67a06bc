import { createTransport } from 'nodemailer';
import { type Message, MessageRefused, type NoticeProvider, ProviderAway } from './provider.js';

export interface SmtpSettings {
  /** `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte. */
  readonly url: string;
  readonly from: string;
  /** Longest wait for the other side, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 15_000;

/** Plain text over the council's own mail server. */
export class SmtpProvider implements NoticeProvider {
  readonly name = 'smtp';
  readonly needsAddress = true;
  private readonly transport;
  private readonly from: string;

  constructor({ url, from, patience = PATIENCE }: SmtpSettings) {
    this.from = from;
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: 1,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, address, subject, text }: Message): Promise<string | null> {
    try {
      const domain = this.from.slice(this.from.lastIndexOf('@') + 1).replace(/>$/, '');
      const sent = await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: address! },
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        // Answers out of office to a machine help nobody.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Footprint-Notice': id },
      });
      return sent.messageId;
    } catch (error) {
      throw refusedOrAway(error);
    }
  }

  close(): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}

/** A 5xx answer about the recipient or the message is for ever; about us (signing in, the sender), and all else, is for now. */
const refusedOrAway = (error: unknown): MessageRefused | ProviderAway => {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  const aboutTheMessage = code === 'EENVELOPE' ? command === 'RCPT TO' : code === 'EMESSAGE';
  if (responseCode !== undefined && responseCode >= 500 && aboutTheMessage)
    return new MessageRefused(String(responseCode));
  return new ProviderAway(responseCode === undefined ? (code ?? 'unknown') : String(responseCode));
};
