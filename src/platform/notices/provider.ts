/** A message as it leaves the program. */
export interface Message {
  /** The same on every repeat, so that a person who gets it twice can see that it is one. */
  readonly id: string;
  /** Id of the person in the directory. */
  readonly person: string;
  /** Their e-mail address; null where the directory has none. */
  readonly address: string | null;
  readonly subject: string;
  readonly text: string;
}

/**
 * A provider that carries messages. `send` resolves once the other side has taken the message; every other end is told by what is thrown.
 */
export interface NoticeProvider {
  readonly name: 'log' | 'smtp' | 'notify';
  /** Whether a person without an e-mail address is out of its reach. */
  readonly needsAddress: boolean;
  /**
   * @returns the other side's own number for the message, where it gives one
   * @throws MessageRefused when it will never take this message
   * @throws MailboxAway when it takes nothing for this recipient now, and may take messages for others
   * @throws ProviderAway when it may be asked again later; it may then have taken the message all the same
   */
  send(message: Message): Promise<string | null>;
  close(): Promise<void>;
}

/** This message will never be taken, however often it is sent: the address does not exist, say. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';
  /** @param code of the other side; never its words, which may repeat the address */
  constructor(readonly code: string) {
    super(`The provider of notices refused a message: ${code}.`);
  }
}

/** This recipient can be told nothing now, a full mailbox say; nothing is wrong with us or with the other side. */
export class MailboxAway extends Error {
  override readonly name = 'MailboxAway';
  /** @param code of the other side; never its words, which may repeat the address */
  constructor(readonly code: string) {
    super(`A mailbox takes no message now: ${code}.`);
  }
}

/** The other side cannot be reached, does not answer in time, or will not take anything from us now. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
  constructor(readonly code: string) {
    super(`The provider of notices is away: ${code}.`);
  }
}
