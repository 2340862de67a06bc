import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { Problem } from '../../platform/http/problem.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import type { EntriesInWords } from '../../web/forms/drawn-form.js';
import type { Child, Directory } from '../directory.js';
import { ChildAddresses } from './child-addresses.js';
import { childSeen } from './child.query.js';

/** The address of a form that begins something about a child, whose page has the path: `/disputes/new?child=<address>`. */
export const carryingChild = (form: string, pathOfChild: string): string =>
  `${form}?child=${pathOfChild.split('/').at(-1)}`;

/** A child in a form that begins something: carried from the child’s page, and told apart by initials before it is sent. */
@Injectable()
export class ChildrenInForms {
  constructor(
    private readonly addresses: ChildAddresses,
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
