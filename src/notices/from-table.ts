import type { Recipient } from './concerned.js';
import type { NoticeLine } from './events.js';
import type { NoticeKind } from './kinds.js';
import type { WhenElsewhere, WhomElsewhere } from './table/other-records.js';
import type { Tell } from './table/row.js';
import type { Wanted } from './who-is-told.js';

/** How the rows of one kind of record are asked: whom each can name, what each can ask for besides, what a notice of it says. */
export interface Asked {
  readonly recipients: { readonly [Whom in WhomElsewhere]?: readonly Recipient[] };
  readonly holds?: { readonly [When in WhenElsewhere]?: boolean };
  readonly line: (kind: NoticeKind) => NoticeLine;
}

/** The notices of a row, in its order. Nobody is told where a row names people whom this kind of record does not know. */
export const fromTable = (
  tells: readonly Tell<WhomElsewhere, WhenElsewhere>[],
  { recipients, holds = {}, line }: Asked,
): Wanted[] =>
  tells
    .filter(({ when = [] }) => when.every((each) => holds[each] === true))
    .flatMap(({ notice, to }) => (recipients[to] ?? []).map((each) => ({ ...line(notice), to: each })));
