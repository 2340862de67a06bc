import { MAIN_LADDER } from '../../protocol/protocol.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { DisputeListedDto } from './list.dto.js';

type Says = Pick<CouncilSays, 'ladders' | 'levels'>;
type Row = Pick<DisputeListedDto, 'ladder' | 'level'>;

/** The additional columns of a list: the ladder if the council has several, and the level if a dispute has one. */
export interface ColumnsBesides {
  readonly ladder: boolean;
  readonly level: boolean;
}

/** By the protocol in force, or because a row has it from an earlier one. */
export const columnsBesides = ({ ladders, levels }: Says, rows: readonly Row[]): ColumnsBesides => ({
  ladder: ladders.length > 0 || rows.some(({ ladder }) => ladder !== MAIN_LADDER),
  level: levels.length > 0 || rows.some(({ level }) => level !== null),
});

/** The council's name of a ladder or a level; its code where only an earlier protocol had it. */
export const ladderInWords = (code: string, { ladders }: Pick<Says, 'ladders'>): string =>
  code === MAIN_LADDER ? MAIN_IN_WORDS : nameOf(code, ladders);

export const MAIN_IN_WORDS = 'Main';

export const levelInWords = (code: string | null, { levels }: Pick<Says, 'levels'>): string =>
  code === null ? '' : nameOf(code, levels);

const nameOf = (code: string, named: Says['ladders']): string => named.find((each) => each.code === code)?.name ?? code;
