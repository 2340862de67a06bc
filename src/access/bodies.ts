import { Injectable, type Type } from '@nestjs/common';
import { validation } from '../platform/http/validation.js';
import { DatedInBodyPipe } from './dated/dated-in-body.js';
import { NamedInBodyPipe } from './named/named-in-body.js';

/** Holds what a form was read into against everything that a body of the API is held against, by the same pipes and in their order. */
@Injectable()
export class Bodies {
  private readonly form = validation();

  constructor(
    private readonly names: NamedInBodyPipe,
    private readonly dates: DatedInBodyPipe,
  ) {}

  /** @throws Problem `not-valid` */
  async read<Body>(body: object, metatype: Type<Body>): Promise<Body> {
    const about = { type: 'body' as const, metatype: metatype as Type };
    const formed: unknown = await this.form.transform(body, about);
    return (await this.dates.transform(await this.names.transform(formed, about), about)) as Body;
  }
}
