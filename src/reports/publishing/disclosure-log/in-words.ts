import type { DisclosureKind } from './events.js';

export const DISCLOSURE_IN_WORDS: Readonly<Record<DisclosureKind, string>> = {
  'information-request': 'In an answer to a request for information',
  other: 'Otherwise',
};
