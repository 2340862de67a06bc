import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type AskedBy, somebodyAsking } from '../../../access/asker.js';
import { dayInWords } from '../../../calendar/in-words.js';
import { type AskedAndAnswered, askedAndAnswered } from '../../../disputes/pages/asked-and-answered.js';
import type { DisputeDto } from '../../../disputes/read/dispute.dto.js';
import { ReadDispute } from '../../../disputes/read/read.query.js';
import { problemFrom } from '../../../platform/http/problem.js';
import type { Versioned } from '../../../platform/http/written.dto.js';

/** What was raised, asked for and answered in the cases of a meeting, for paper and for a screen that several people read. */
@Injectable()
export class CasesInWords {
  constructor(private readonly queries: QueryBus) {}

  /**
   * Null unless the asker and each of the readers may read all that was written. As in a copy for the child’s file, there is nothing in it
   * of legal advice and of the correspondence with Cafcass. The command line counts as nobody.
   */
  async of(dispute: string, asker: AskedBy, readers: readonly AskedBy[]): Promise<AskedAndAnswered | null> {
    if (somebodyAsking(asker) === null) return null;
    const [own, ...others] = await Promise.all([asker, ...readers].map((each) => this.seenBy(dispute, each)));
    return own === undefined || own === null || others.includes(null) ? null : own;
  }

  private async seenBy(dispute: string, reader: AskedBy): Promise<AskedAndAnswered | null> {
    const somebody = somebodyAsking(reader);
    if (somebody === null) return null;
    try {
      const { body } = await this.queries.execute<ReadDispute, Versioned<DisputeDto>>(
        new ReadDispute(dispute, somebody, 'for-the-childs-file'),
      );
      const words = askedAndAnswered(body);
      return words.raised === null ? null : words;
    } catch (error) {
      if (problemFrom(error)?.status === 404) return null;
      throw error;
    }
  }
}

/** The same in lines, each with its name; what nobody wrote has none. */
export const linesOf = ({ raised, answers, agreed, verdicts }: AskedAndAnswered): (readonly [string, string])[] => [
  ...(raised?.concern ? [['What is wrong', raised.concern] as const] : []),
  ...(raised?.ifNothingChanges ? [['If nothing changes', raised.ifNothingChanges] as const] : []),
  ...(raised === null || raised.wanted.length === 0
    ? []
    : [['What was asked for', inLines(raised.wanted.map((each) => [actionInWords(each), each.answered]))] as const]),
  ...answers.map(({ agreement, by, on, reasons }): readonly [string, string] => [
    'What was answered',
    inLines([[`${agreement}, ${by}, ${dayInWords(on)}`, reasons]]),
  ]),
  ...(agreed.length === 0
    ? []
    : [['What was agreed', inLines(agreed.map((each) => [actionInWords(each), each.answered]))] as const]),
  ...verdicts.flatMap(({ verdict, reason }): (readonly [string, string])[] => [
    ['Is that enough?', reason === null ? capital(verdict) : `${capital(verdict)}: ${reason}`],
  ]),
];

const inLines = (lines: readonly (readonly (string | null)[])[]): string =>
  lines.map((parts) => parts.filter((part) => part !== null && part !== '').join(': ')).join('\n');

const actionInWords = ({ what, who, by }: Pick<AskedAndAnswered['agreed'][number], 'what' | 'who' | 'by'>): string =>
  [what, ...(who === null ? [] : [who]), ...(by === null ? [] : [`by ${by}`])].join(', ');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
