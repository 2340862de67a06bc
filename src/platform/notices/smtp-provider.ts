import { MailboxAway, type Message, MessageRefused, type NoticeProvider, ProviderAway } from './provider.js';

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
  private transport: ReturnType<typeof transportFor> | undefined;

  constructor(private readonly settings: SmtpSettings) {}

  async send({ id, address, subject, text }: Message): Promise<string | null> {
    const { from } = this.settings;
    this.transport ??= transportFor(this.settings);
    try {
      const transport = await this.transport;
      const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/, '');
      const sent = await transport.sendMail({
        from,
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

  async close(): Promise<void> {
    (await this.transport)?.close();
  }
}

/** The library is loaded for the first message, so that a program that sends none starts without it. */
const transportFor = async ({ url, patience = PATIENCE }: SmtpSettings) => {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
};

/** RFC 5321: 421 closes the connection, whatever it answers; 552 is a full mailbox, which some servers write for 452. */
const CLOSING = 421;
const FULL = 552;

/**
 * The subject of an SMTP answer decides its meaning (RFC 5321, 4.2.1 and 4.3.2). About the recipient or the message, a 5xx is for ever, and
 * a 4xx keeps this one apart: a full mailbox, a mailbox that is locked. About us (signing in, the sender), and all else, nothing is taken
 * for now.
 */
const refusedOrAway = (error: unknown): MessageRefused | MailboxAway | ProviderAway => {
  const { responseCode, code, command } = error as { responseCode?: number; code?: string; command?: string };
  const aboutTheMessage = code === 'EENVELOPE' ? command === 'RCPT TO' : code === 'EMESSAGE';
  if (responseCode !== undefined && responseCode !== CLOSING && aboutTheMessage) {
    const isForEver = responseCode >= 500 && responseCode !== FULL;
    return isForEver ? new MessageRefused(String(responseCode)) : new MailboxAway(String(responseCode));
  }
  return new ProviderAway(responseCode === undefined ? (code ?? 'unknown') : String(responseCode));
};
