import type { NotifyClient } from 'notifications-node-client';
import { MailboxAway, type Message, MessageRefused, type NoticeProvider, ProviderAway } from './provider.js';

export interface NotifySettings {
  readonly key: string;
  /** Id of a template whose subject is `((subject))` and whose body is `((text))`. */
  readonly template: string;
  /** Another address than GOV.UK Notify's own. */
  readonly url?: string;
  /** Longest wait for the other side, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 15_000;

/** E-mail over GOV.UK Notify, with the notice's id as its reference. */
export class NotifyProvider implements NoticeProvider {
  readonly name = 'notify';
  readonly needsAddress = true;
  private client: Promise<NotifyClient> | undefined;

  constructor(private readonly settings: NotifySettings) {}

  async send({ id, address, subject, text }: Message): Promise<string | null> {
    const { template, patience = PATIENCE } = this.settings;
    this.client ??= clientFor(this.settings);
    try {
      const client = await this.client;
      const answer = await withinTime(
        client.sendEmail(template, address!, { personalisation: { subject, text }, reference: id }),
        patience,
      );
      return answer.data.id;
    } catch (error) {
      throw refusedOrAway(error);
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The client is loaded for the first message, so that a program that sends none starts without it. */
const clientFor = async ({ key, url }: NotifySettings): Promise<NotifyClient> => {
  const { NotifyClient: Client } = await import('notifications-node-client');
  return url === undefined ? new Client(key) : new Client(url, key);
};

/** The client itself waits for ever. */
const withinTime = async <Result>(work: Promise<Result>, milliseconds: number): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ProviderAway('no-answer-in-time')), milliseconds);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * An address that is not valid stays so. One that the key may not write to (a team-only key, a service in trial mode) may be written to
 * once the key is another, so that recipient waits apart. A wrong key or template, a limit (429) or trouble of theirs stops all messages
 * for now, until it is mended (https://docs.notifications.service.gov.uk/node.html#error-codes).
 */
const refusedOrAway = (error: unknown): MessageRefused | MailboxAway | ProviderAway => {
  if (error instanceof ProviderAway) return error;
  const { response, code } = error as { response?: NotifyAnswer; code?: string };
  const { error: first = null, message = '' } = response?.data?.errors?.[0] ?? {};
  if (response?.status === 400 && first === 'ValidationError' && message.startsWith('email_address')) {
    return new MessageRefused('400');
  }
  if (response?.status === 400 && first === 'BadRequestError' && /\bthis recipient\b/.test(message)) {
    return new MailboxAway('400');
  }
  return new ProviderAway(response?.status === undefined ? (code ?? 'unknown') : String(response.status));
};

interface NotifyAnswer {
  readonly status?: number;
  readonly data?: { readonly errors?: readonly { readonly error?: string; readonly message?: string }[] };
}
