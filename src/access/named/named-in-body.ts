import { type ArgumentMetadata, Inject, Injectable, type PipeTransform } from '@nestjs/common';
import { londonDate } from '../../calendar/dates.js';
import { type Called, calledSo, isAnId } from '../../directory/called.js';
import type { Directory } from '../../directory/directory.js';
import type { Clock } from '../../platform/clock/clock.js';
import { type FieldError, notValid } from '../../platform/http/problem.js';
import { readReference } from '../../platform/ids.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { choicesOffered, isCalledByName, standsFor } from './by-name.js';
import { namesIn, type NameSent } from './names-in.js';
import { dayOf, isNamedRule, type LookedUp, type NamedRule, namedRule, REFERENCES, type Naming } from './rules.js';
import { wasCarriedOut } from './sent-before.js';
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
    const errors = await this.errorsIn(names, body, command);
    if (errors.length > 0) throw notValid(errors, { restsOnRecord: true });
    return body;
  }

  private async errorsIn(names: () => NameSent[], body: object, command: CommandSent): Promise<FieldError[]> {
    const naming: Naming = {
      asker: command.asker,
      today: londonDate(this.clock.now()),
      directory: this.directory,
      target: command.target?.thing,
      body: body as Naming['body'],
    };
    const inWords = await this.inWords(names(), naming);
    const actedOn: Found[] = [];
    const errors: FieldError[] = [];
    for (const { rule, written, holder, pointer } of names()) {
      if (inWords.some((each) => each.pointer === pointer)) continue;
      const error = await this.errorIn(ruleIn(rule, holder, written), written, naming, actedOn);
      if (error !== undefined) errors.push({ pointer, message: error });
    }
    for (const { pointer, error, ...name } of inWords) {
      const isAsBefore = await this.isAsBefore(name, command, actedOn, body);
      if (!isAsBefore && error !== undefined) errors.push({ pointer, message: error });
    }
    errors.push(...namedTwice(names()));
    return errors.length > 0 && (await wasCarriedOut(command, body, actedOn, this.finders)).length > 0 ? [] : errors;
  }

  /** The names that are no ids. If such a name stands for one id, the id is written in its place. */
  private async inWords(names: readonly NameSent[], naming: Naming): Promise<InWords[]> {
    const found: InWords[] = [];
    for (const { rule: ruleName, written, holder, pointer, replace } of names) {
      const rule = ruleIn(ruleName, holder, written);
      if (rule === undefined || !isLookedUp(rule) || !isCalledByName(rule.names)) continue;
      const day = dayOf(naming);
      if (isAnId(rule.names, written, this.directory, day)) continue;
      const bearers = calledSo(rule.names, written, this.directory, day);
      const meant = standsFor(await this.thatFit(bearers, rule, naming), rule.isAlsoOutOfOffice !== true);
      if (meant.is === 'one') replace(meant.id);
      const error =
        meant.is === 'to-choose' ? choicesOffered(rule.names, meant, this.directory, day) : saidOtherwise(rule, naming);
      const ids = bearers.map(({ id }) => id);
      found.push({ pointer, replace, ids, error: meant.is === 'one' ? undefined : error });
    }
    return found;
  }

  private async thatFit(bearers: readonly Called[], rule: LookedUp, naming: Naming): Promise<Called[]> {
    const fitting: Called[] = [];
    for (const bearer of bearers) {
      const { isKnown, thing } = await this.finders[rule.names].find(bearer.id, naming.asker);
      if (isKnown && (rule.fits?.(thing, naming) ?? true)) fitting.push(bearer);
    }
    return fitting;
  }

  /**
   * Whether the command was carried out before with one of those who bear the name: then that one is meant again, whoever has come by
   * the same name, left or changed it since.
   */
  private async isAsBefore(
    { ids, replace }: Pick<InWords, 'ids' | 'replace'>,
    command: CommandSent,
    actedOn: Found[],
    body: object,
  ): Promise<boolean> {
    for (const id of ids) {
      const undo = replace(id);
      const before = await wasCarriedOut(command, body, actedOn, this.finders);
      if (before.some(({ data }) => JSON.stringify(data).includes(JSON.stringify(id)))) return true;
      undo();
    }
    return false;
  }

  /** The fault of one name. @param actedOn takes the records in which the command goes on */
  private async errorIn(
    rule: NamedRule | undefined,
    name: string,
    naming: Naming,
    actedOn: Found[],
  ): Promise<string | undefined> {
    if (rule === undefined || 'because' in rule || 'ruleFor' in rule) return undefined;
    if ('belongs' in rule) return rule.belongs(name, naming) ? undefined : saidOtherwise(rule, naming);
    if (rule.isNamedAlready?.(name, naming) === true) return undefined;
    const found = await this.finders[rule.names].find(name, naming.asker);
    if (rule.isActedOn === true) actedOn.push(found);
    return found.isKnown && (rule.fits?.(found.thing, naming) ?? true) ? undefined : saidOtherwise(rule, naming);
  }
}

/** A name that is no id. */
interface InWords {
  readonly pointer: string;
  /** Ids of all that bear it. */
  readonly ids: readonly string[];
  /** The reason why no one id could be written in its place. */
  readonly error: string | undefined;
  replace(id: string): () => void;
}

const isLookedUp = (rule: NamedRule): rule is LookedUp =>
  !('because' in rule || 'ruleFor' in rule || 'belongs' in rule);

/** The lists in which one is named by its id and by its name as well. */
const namedTwice = (names: readonly NameSent[]): FieldError[] => {
  const lists = new Map(names.flatMap(({ list }) => (list === undefined ? [] : [[list.pointer, list.names]])));
  return [...lists].flatMap(([pointer, list]) =>
    new Set(list).size < list.length ? [{ pointer, message: 'must not name the same one twice' }] : [],
  );
};

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
