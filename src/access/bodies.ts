import { type ArgumentMetadata, Injectable, type Type } from '@nestjs/common';
import { type FieldError, notValid, problemFrom } from '../platform/http/problem.js';
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
    const formed = await this.formed(body, about);
    return (await this.dates.transform(await this.names.transform(formed, about), about)) as Body;
  }

  /** A person is told at once what is wrong with the form of a field and which of the other fields name nothing that is there. */
  private async formed(body: object, about: ArgumentMetadata): Promise<unknown> {
    try {
      return await this.form.transform(body, about);
    } catch (error) {
      const wrong = problemFrom(error)?.also.errors;
      if (wrong === undefined) throw error;
      throw notValid([...wrong, ...(await this.wrongNames(body, wrong, about))]);
    }
  }

  /** Of the fields whose form is right. */
  private async wrongNames(
    body: object,
    wrong: readonly FieldError[],
    about: ArgumentMetadata,
  ): Promise<readonly FieldError[]> {
    const isRight = (name: string): boolean => !wrong.some(({ pointer }) => `${pointer}/`.startsWith(`/${name}/`));
    const rest = Object.fromEntries(Object.entries(body).filter(([name]) => isRight(name)));
    try {
      await this.names.transform(structuredClone(rest), about);
      return [];
    } catch (error) {
      return problemFrom(error)?.also.errors ?? [];
    }
  }
}
