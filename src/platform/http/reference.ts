import { Injectable, type PipeTransform } from '@nestjs/common';
import { readReference } from '../ids.js';
import { notFound } from './problem.js';

/** A reference as people write it, in its one form; what cannot be one is answered like one that nobody has. */
@Injectable()
export class ReferencePipe implements PipeTransform<string, string> {
  transform(written: string): string {
    const reference = written.length <= 40 ? readReference(written) : undefined;
    if (reference === undefined) throw notFound();
    return reference;
  }
}

const ID = /^[\w.-]{1,100}$/;

/** An id in an address. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(written: string): string {
    if (!ID.test(written)) throw notFound();
    return written;
  }
}
