import { shortDay } from '../../calendar/in-words.js';
import type { Coverage } from '../events.js';

/** `formal, 1 Apr 2021 to 31 Mar 2022` */
export const coverInWords = ({ kind, from, to }: Coverage): string => `${kind}, ${shortDay(from)} to ${shortDay(to)}`;
