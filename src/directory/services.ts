import { Inject, Injectable } from '@nestjs/common';
import { malformed } from '../platform/http/problem.js';
import { DIRECTORY } from '../platform/tokens.js';
import type { Directory } from './directory.js';
import { namedAmong, plainSpelling } from './spelling.js';
import { lookOf } from './told-apart.js';

/** The services to which the council's teams belong. */
@Injectable()
export class Services {
  constructor(@Inject(DIRECTORY) private readonly directory: Directory) {}

  /**
   * A service as its teams have it; null stays null.
   * @throws Problem `not-valid`, with the services that there are, where no team belongs to it or ever did
   */
  named(service: string | null, pointer: string): string | null {
    if (service === null) return null;
    const services = this.directory.services();
    const known = this.known(service);
    if (known === undefined) throw malformed(pointer, `is not a service of any team. ${namedAmong(services)}`);
    return known;
  }

  /**
   * A service to which a team may belong: one that there is, as its teams have it, or a new one.
   * @throws Problem `not-valid` for a new one that can be taken for another
   */
  orNew(service: string | null, pointer: string): string | null {
    if (service === null) return null;
    const known = this.known(service);
    const alike = this.directory.services().find((each) => lookOf(each) === lookOf(service));
    if (known === undefined && alike !== undefined)
      throw malformed(pointer, `can be taken for ${alike}, which is another service: write that one, or another name`);
    return known ?? service;
  }

  private known(service: string): string | undefined {
    return this.directory.services().find((each) => plainSpelling(each) === plainSpelling(service));
  }
}
