import { describe, expect, it, jest } from '@jest/globals';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { LONGEST_SILENCE, Session, SessionOver } from './session.js';

/** Proofs that come when the test says so. */
const provable = () => {
  const proofs: PromiseWithResolvers<void>[] = [];
  const session = new Session({} as EventStoreDBClient, () => {
    const proof = Promise.withResolvers<void>();
    proofs.push(proof);
    return proof.promise;
  });
  return { session, proofs };
};

const settled = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending');
  await new Promise((resolve) => setImmediate(resolve));
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

describe('A session with a node', () => {
  it('has it prove once that it leads, however many ask', async () => {
    const { session, proofs } = provable();
    const asking = [session.mustBeProven(), session.mustBeProven()];
    proofs[0]!.resolve();
    await Promise.all(asking);
    await session.mustBeProven();
    expect(proofs).toHaveLength(1);
    expect(session.proven).toBe(true);
  });

  it('asks again after a proof that failed', async () => {
    const { session, proofs } = provable();
    const asking = session.mustBeProven();
    proofs[0]!.reject(new Error('Nobody took it.'));
    await expect(asking).rejects.toThrow('Nobody took it.');
    expect(session.proven).toBe(false);
    void session.mustBeProven();
    expect(proofs).toHaveLength(2);
  });

  it('takes no proof that was under way for one that was asked for later, and lets those who wait share the next', async () => {
    const { session, proofs } = provable();
    const first = session.proveAnew();
    const [second, third] = [session.proveAnew(), session.proveAnew()];
    proofs[0]!.resolve();
    await first;
    expect(await settled(second)).toBe(false);
    proofs[1]!.resolve();
    await Promise.all([second, third]);
    expect(proofs).toHaveLength(2);
  });

  it('is doubted after a silence in which another may have been elected, and not for a call that took long by itself', async () => {
    const { session, proofs } = provable();
    const proof = session.mustBeProven();
    proofs[0]!.resolve();
    await proof;
    const clock = jest.spyOn(performance, 'now');
    const began = performance.now();
    const at = (milliseconds: number): number => began + milliseconds;
    clock.mockReturnValue(at(900));
    expect(session.heard(at(890))).toBe(true);
    clock.mockReturnValue(at(1_800));
    // Made long ago, and answered now; the node was heard of in between.
    expect(session.heard(at(0))).toBe(true);
    clock.mockReturnValue(at(890 + LONGEST_SILENCE + 1));
    expect(session.heard(at(1_890))).toBe(false);
    clock.mockRestore();
  });

  it('lets nobody wait for a call that it does not outlast', async () => {
    const { session } = provable();
    const call = session.whileItLasts(new Promise(() => {}));
    session.end();
    await expect(call).rejects.toThrow(SessionOver);
    await expect(session.whileItLasts(new Promise(() => {}))).rejects.toThrow(SessionOver);
  });
});
