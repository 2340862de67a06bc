import { Inject, Injectable } from '@nestjs/common';
import { malformed } from '../platform/http/problem.js';
import { DIRECTORY } from '../platform/tokens.js';
import type { Directory } from './directory.js';
import { namedAmong, plainSpelling } from './spelling.js';

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
    const known = services.find((each) => plainSpelling(each) === plainSpelling(service));
    if (known === undefined) throw malformed(pointer, `is not a service of any team. ${namedAmong(services)}`);
    return known;
  }
}
