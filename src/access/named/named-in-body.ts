import { type ArgumentMetadata, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { londonDate } from '../../calendar/dates.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { type FieldError, notValid } from '../../platform/http/problem.js';
import { readReference } from '../../platform/ids.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { namesIn, type NameSent } from './names-in.js';
import { isRepeat } from './repeats.js';
import { isNamedRule, type NamedRule, namedRule, REFERENCES, type Naming } from './rules.js';
import { FINDERS, type Finders, type Found } from './things.js';
import { commandSent, type CommandSent } from './under-way.js';

/**
 * Holds the names in a body against the rules of their fields, once the form of the body has been checked and before anything is decided
 * by it. References are put into their one form. A command that is sent again is answered again, whatever has become of what it names.
 */
@Injectable()
export class NamedInBodyPipe implements PipeTransform<unknown, Promise<unknown>> {
  constructor(
    @Inject(FINDERS) private readonly finders: Finders,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-valid`, the same for a name that is hidden, that does not fit, and that nothing has */
  async transform(body: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    const command = commandSent();
    if (command === undefined || type !== 'body' || metatype === undefined) return body;
    if (typeof body !== 'object' || body === null) return body;
    const names = (): NameSent[] => namesIn(metatype as new () => object, body);
    for (const name of names()) inOneForm(name);
    const errors = await this.errorsIn(names(), body, command);
    if (errors.length > 0) throw notValid(errors, { restsOnRecord: true });
    return body;
  }

  private async errorsIn(names: readonly NameSent[], body: object, command: CommandSent): Promise<FieldError[]> {
    const naming: Naming = {
      asker: command.asker,
      today: londonDate(this.clock.now()),
      directory: this.directory,
      target: command.target?.thing,
      body: body as Naming['body'],
    };
    const errors: FieldError[] = [];
    const actedOn: Found[] = [];
    for (const { rule, written, holder, pointer } of names) {
      const error = await this.errorIn(ruleIn(rule, holder, written), written, naming, actedOn);
      if (error !== undefined) errors.push({ pointer, message: error });
    }
    return errors.length > 0 && (await this.wasCarriedOut(command, actedOn, body)) ? [] : errors;
  }

  /** What is wrong with one name. @param actedOn takes the records in which the command goes on */
  private async errorIn(
    rule: NamedRule | undefined,
    name: string,
    naming: Naming,
    actedOn: Found[],
  ): Promise<string | undefined> {
    if (rule === undefined || 'because' in rule || 'ruleFor' in rule) return undefined;
    if ('belongs' in rule) return rule.belongs(name, naming) ? undefined : saidOtherwise(rule, naming);
    const found = await this.finders[rule.names].find(name, naming.asker);
    if (rule.isActedOn === true) actedOn.push(found);
    return found.isKnown && (rule.fits?.(found.thing, naming) ?? true) ? undefined : saidOtherwise(rule, naming);
  }

  /**
   * Asked only where something is wrong. It counts where the command writes, and nowhere else: there the executor compares its words, so
   * that no other command passes under the same id.
   */
  private async wasCarriedOut({ asker, commandId, target, begins }: CommandSent, actedOn: Found[], body: object) {
    if (commandId === undefined) return false;
    for (const found of actedOn) if (isRepeat(await found.events(), asker, commandId)) return true;
    if (begins === undefined) return target !== undefined && isRepeat(await target.events(), asker, commandId);
    return isRepeat((await this.finders[begins].begun?.(commandId, body)) ?? [], asker, commandId);
  }
}

const saidOtherwise = (
  { otherwise }: Pick<Extract<NamedRule, { otherwise: unknown }>, 'otherwise'>,
  naming: Naming,
): string => (typeof otherwise === 'string' ? otherwise : otherwise(naming));

/** The rule of a field, or that which another field of its object chooses. */
const ruleIn = (name: string, holder: NameSent['holder'], written: string): NamedRule | undefined => {
  if (!isNamedRule(name)) throw new Error(`No rule is called ${name}.`);
  const rule = namedRule(name);
  if (!('ruleFor' in rule)) return rule;
  const chosen = rule.ruleFor(holder, written);
  return chosen === null ? undefined : namedRule(chosen);
};

const inOneForm = ({ rule, written, holder, replace }: NameSent): void => {
  const found = ruleIn(rule, holder, written);
  const reference = found && REFERENCES.has(found.form) ? readReference(written) : undefined;
  if (reference !== undefined) replace(reference);
};
