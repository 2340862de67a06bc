import type { Answering } from '../../platform/http/answering.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';

/** The status of the answer is that of the page. */
export const ANSWER_KEPT: Answering = { status: () => undefined };

const WAITS = 'waits-for-a-second-person';

/** The words of the button: nothing is given before a second person agrees. */
export const proposesIt = (advice: WrittenDto['advice']): string | undefined =>
  advice.some(({ code }) => code === WAITS) ? 'Propose it' : undefined;

/** The message that the next page shows once: what was done, or that it waits for a second person. */
export const saidOrWaits = ({ reference, advice }: WrittenDto, _sent: unknown, done: string): string =>
  advice.some(({ code }) => code === WAITS)
    ? `Proposed as ${reference}. It is done once a second person agrees.`
    : done;
