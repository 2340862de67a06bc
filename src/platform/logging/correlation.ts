import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Does work on behalf of a request: every log line until its end carries this id, which its events carry as `$correlationId`. */
export const correlated = <Result>(correlationId: string, work: () => Result): Result =>
  current.run(correlationId, work);

/** Id of the request on whose behalf this runs; undefined for what the program does by itself. */
export const correlationNow = (): string | undefined => current.getStore();
