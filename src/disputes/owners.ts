import { Inject, Injectable } from '@nestjs/common';
import { DIRECTORY } from '../platform/tokens.js';
import type { Directory } from '../directory/directory.js';
import { Known } from '../directory/known.js';
import type { Owned } from './events.js';

/** Finds the people whom the owners of actions stand for, on the way in: what is kept is a person's id, or free words that open nothing. */
@Injectable()
export class Owners {
  constructor(
    private readonly known: Known,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  /**
   * @param pointer where the list of actions stands in the body
   * @param writer the person who means themselves by “me”; left out where somebody else's words are entered
   * @throws Problem `not-valid` where a name fits several people in office, with the choices
   */
  of<Action extends Owned>(actions: readonly Action[], pointer: string, writer?: string): Action[] {
    return actions.map((action, index) => {
      if (action.who === null) return action;
      const person = this.known.meant(action.who, `${pointer}/${index}/who`, writer === undefined ? {} : { writer });
      if (person === null) return action;
      return { ...action, who: this.directory.person(person)?.name ?? action.who, person };
    });
  }
}
