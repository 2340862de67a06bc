import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { type FieldError, notValid, Problem } from '../../platform/http/problem.js';
import { listedInWords } from '../../platform/listed-in-words.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { EntriesInWords } from '../../web/forms/drawn-form.js';
import { childrenLookedFor, lookedFor } from '../../search/what-is-looked-for.js';
import type { Choice } from '../../web/forms/form.js';
import { entriesAt, isWhich, textAt, type Typed, whichAt } from '../../web/forms/typed.js';
import type { Child, Directory } from '../directory.js';
import { ChildAddresses } from './child-addresses.js';
import { childSeen } from './child.query.js';
import { ListChildren } from './children.query.js';

/** The address of a form that begins something about a child, whose page has the path: `/disputes/new?child=<address>`. */
export const carryingChild = (form: string, pathOfChild: string): string =>
  `${form}?child=${pathOfChild.split('/').at(-1)}`;

/** The fields of forms in which children are named. */
const FIELDS = ['children', 'child'];

/** More children of the same initials than a sentence can list. */
const MOST_CHOICES = '10';

/** A child in a form that begins something: carried from the child’s page, and told apart by initials before it is sent. */
@Injectable()
export class ChildrenInForms {
  constructor(
    private readonly addresses: ChildAddresses,
    private readonly queries: QueryBus,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Record number of the child whose page led to a form; empty where none did, or none whom the asker may know of. */
  carriedTo({ query }: Pick<FastifyRequest, 'query'>, asker: Asker): string {
    const { child: address } = (query ?? {}) as { readonly child?: unknown };
    if (typeof address !== 'string') return '';
    try {
      return this.seen(this.addresses.childAt(address), asker)?.childId ?? '';
    } catch (error) {
      if (isNotThere(error)) return '';
      throw error;
    }
  }

  /** The target of "Back": the child’s page, if the form was reached from it. @param otherwise path if it was not */
  backFrom(request: Pick<FastifyRequest, 'query'>, asker: Asker, otherwise: string): string {
    const child = this.carriedTo(request, asker);
    return child === '' ? otherwise : this.addresses.pathOf(child);
  }

  /** How record numbers are said where a form is checked: with initials, of children whom the asker may know of. */
  inWords(asker: Asker): EntriesInWords {
    const said = (written: string): string => {
      const initials = this.seen(written, asker)?.initials;
      return initials == null ? written : `${written} (${initials})`;
    };
    return { children: said, child: said };
  }

  /** What was typed, with the record number in the place of initials that only one child bears whom the asker may see. */
  meant(asker: Asker): (typed: Typed) => Promise<Typed> {
    return async (typed) => {
      const meant: Record<string, unknown> = { ...typed };
      const errors: FieldError[] = [];
      for (const field of FIELDS.filter((each) => textAt(typed, each) !== '')) {
        const written = entriesAt(typed, field);
        const bearers = await Promise.all(written.map((each) => this.bearersOf(each, asker)));
        meant[field] = written
          .map((each, at) => {
            const pointer = field === 'children' ? `/${field}/${at}` : `/${field}`;
            const among = bearers[at]!;
            const pressed = textAt(typed, whichAt(pointer));
            if (among.length < 2) return among[0]?.value ?? each;
            if (among.some(({ value }) => value === pressed)) return pressed;
            const said = listedInWords(among.map(({ text }) => text));
            const message = `stands for several children: ${said}. Select the one you mean, or enter the record number`;
            errors.push({ pointer, message, oneOf: among });
            return each;
          })
          .join(', ');
      }
      if (errors.length > 0) throw notValid(errors, { restsOnRecord: true });
      return Object.fromEntries(Object.entries(meant).filter(([name]) => !isWhich(name)));
    };
  }

  /**
   * The children whose initials were typed: one as the record number, and several each with the team. None where it is the record number of
   * one already.
   */
  private async bearersOf(written: string, asker: Asker): Promise<Choice[]> {
    const sought = lookedFor(written);
    if (sought.initials === null || this.seen(written, asker) !== undefined) return [];
    const query = new ListChildren({ limit: MOST_CHOICES }, asker, childrenLookedFor(sought));
    const { items } = await this.queries.execute(query);
    const today = londonDate(this.clock.now());
    return items.map(({ childId, team }) => {
      const name = team === null ? undefined : this.directory.team(team, today)?.name;
      return { value: childId, text: name === undefined ? childId : `${childId} (${name})` };
    });
  }

  private seen(child: string, asker: Asker): Child | undefined {
    try {
      return childSeen(child, asker, this.directory, londonDate(this.clock.now()));
    } catch (error) {
      if (isNotThere(error)) return undefined;
      throw error;
    }
  }
}

const isNotThere = (error: unknown): boolean => error instanceof Problem && error.status === 404;
