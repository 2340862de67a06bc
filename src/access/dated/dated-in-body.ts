import { type ArgumentMetadata, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { type AroundADate, isDateRule, lifeOfChildren, whyImpossible } from '../../calendar/date-rules.js';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notValid } from '../../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { actedOnIn, wasCarriedOut } from '../named/sent-before.js';
import { FINDERS, type Finders } from '../named/things.js';
import { commandSent, type CommandSent } from '../named/under-way.js';
import { datesIn } from './dates-in.js';

/**
 * Holds the dates in a body against the rules of their fields: against today, against the lives of the children whom it is about, and
 * against the day on which the dispute was raised. It comes after the names, so that nothing is said about a child who is hidden. A
 * command that is sent again is answered again, although a day that was to come has passed.
 */
@Injectable()
export class DatedInBodyPipe implements PipeTransform<unknown, Promise<unknown>> {
  constructor(
    @Inject(FINDERS) private readonly finders: Finders,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-valid` for a day on which it cannot have been, or cannot be */
  async transform(body: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    const command = commandSent();
    if (command === undefined || type !== 'body' || metatype === undefined) return body;
    if (typeof body !== 'object' || body === null) return body;
    const dates = datesIn(metatype as new () => object, body);
    if (dates.length === 0) return body;
    const around = this.around(body, command);
    const errors = dates.flatMap(({ rule, date, pointer }) => {
      if (!isDateRule(rule)) throw new Error(`No rule of dates is called ${rule}.`);
      const message = whyImpossible(rule, date, around);
      return message === undefined ? [] : [{ pointer, message }];
    });
    if (errors.length === 0) return body;
    const actedOn = await actedOnIn(metatype as new () => object, body, command.asker, this.finders);
    if ((await wasCarriedOut(command, body, actedOn, this.finders)).length > 0) return body;
    throw notValid(errors, { restsOnRecord: true });
  }

  private around(body: object, { target }: CommandSent): AroundADate {
    const today = londonDate(this.clock.now());
    const { children } = body as { readonly children?: unknown };
    const { child } = body as { readonly child?: unknown };
    const named = Array.isArray(children) ? (children as string[]) : typeof child === 'string' ? [child] : undefined;
    const life = lifeOfChildren(named ?? target?.thing.children ?? [], (each) => this.directory.child(each, today));
    return { today, ...life, raisedOn: target?.thing.raisedOn ?? null };
  }
}
