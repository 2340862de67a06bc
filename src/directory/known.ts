import { Inject, Injectable } from '@nestjs/common';
import { londonDate } from '../calendar/dates.js';
import type { Clock } from '../platform/clock/clock.js';
import { malformed } from '../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../platform/tokens.js';
import type { Directory } from './directory.js';
import { choicesInWords, isTheWriter, whoIsMeant } from './who-is-meant.js';

interface Around {
  readonly first?: readonly string[];
  readonly writer?: string;
}

/** Looks up the people whom a body names in words: by id, or by a name that one person bears. */
@Injectable()
export class Known {
  constructor(
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The person whom an id or a name stands for; null where it is nobody in office, so that the words stay words.
   * @param writer whom “me” stands for: the person who sends it, or in whose name it is sent; left out where the words are somebody else's
   * @param first ids of people whom the name means before anybody else, in office or not: the record names them already
   * @throws Problem where several bear the name, with the choices
   */
  meant(written: string, pointer: string, { first = [], writer }: Around = {}): string | null {
    if (writer !== undefined && isTheWriter(written)) return writer;
    const named = this.directory.peopleNamed(written).filter(({ personId }) => first.includes(personId));
    if (named.length === 1) return named[0]!.personId;
    const meant = whoIsMeant(written, this.directory, this.today());
    if (meant.is === 'several')
      throw malformed(
        pointer,
        `fits several people: give the id of one, ${choicesInWords(meant.people, this.directory, this.today())}`,
      );
    return meant.is === 'one' ? meant.person.personId : null;
  }

  private today(): string {
    return londonDate(this.clock.now());
  }
}
