import { StartRefused } from './start-refused.js';

/** The rights of this program's account on the log, as the log itself was asked. */
export interface AccountPermissions {
  /** Whether the log forbids anybody anything. */
  readonly enforced: boolean;
  /** The acts that the account can do, and must not: nothing that was recorded may ever go. */
  readonly tooMuch: readonly string[];
}

/**
 * @returns what a person should know, where nobody is forbidden anything
 * @throws StartRefused where the account may take away what was recorded
 */
export const mustOnlyAdd = ({ enforced, tooMuch }: AccountPermissions): string | undefined => {
  if (tooMuch.length > 0)
    throw new StartRefused(
      `The account in FOOTPRINT_LOG may ${tooMuch.join(', ')}, so what is recorded could be taken away again. ` +
        'Give it an account that may only read and append: see docs/operations.md.',
    );
  return enforced
    ? undefined
    : 'EventStoreDB runs without TLS and forbids nobody anything: whoever reaches it can take away what is recorded.';
};
