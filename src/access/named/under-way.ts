import { AsyncLocalStorage } from 'node:async_hooks';
import type { Asker } from '../asker.js';
import type { Found, KindOfThing } from './things.js';

/** A command under way: who sent it, and what its address names. */
export interface CommandSent {
  readonly asker: Asker;
  /** Undefined where the sender gave it none, so that it cannot be one that is sent again. */
  readonly commandId: string | undefined;
  readonly target: Found | undefined;
  /** The record that it begins, if it begins one. */
  readonly begins: KindOfThing | undefined;
}

const underWay = new AsyncLocalStorage<CommandSent>();

export const whileSent = <Result>(command: CommandSent, work: () => Result): Result => underWay.run(command, work);

/** The command whose body is being read; undefined while nothing is written. */
export const commandSent = (): CommandSent | undefined => underWay.getStore();
