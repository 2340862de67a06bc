import type { About } from '../../../web/frame/page.js';
import { MARKING, type Pack } from './pack.js';

export const presentPapers = ({ title, facts, items, sheets }: Pack, { address, asker }: About): object => ({
  ...{ title: `Papers: ${title}`, marking: MARKING, facts, items, sheets },
  // The address of a meeting’s papers is that of the meeting with a word behind it.
  back: address.split('?')[0]!.replace(/\/papers$/, ''),
  printedBy: asker?.name ?? '',
});
