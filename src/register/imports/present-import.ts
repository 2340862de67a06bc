import type { ImportDto } from './imports.dto.js';
import { filesAndDays, stateOf } from './present-imports.js';
import { pathOfImport, type Progress, queryOf } from './progress.js';

export interface ImportOfPage {
  readonly item: ImportDto;
  readonly progress: Progress;
}

/** An import while its rows are read in or taken back. A reader without JavaScript looks again by a link. */
export const presentImport = ({ item, progress }: ImportOfPage): object => {
  const { isShort, files, when } = filesAndDays(item);
  const { done, all, sentence, isUnderWay, seen } = progress;
  return {
    title: TAKEN_BACK.includes(item.status) ? 'Taking a register back' : 'Reading in a register',
    state: isUnderWay ? { text: 'Under way', tag: 'blue' } : stateOf(item.status),
    ...{ names: files.join(', '), when },
    box: isUnderWay ? 'app-news' : isShort ? 'app-meanwhile' : '',
    ...{ done, all, sentence, isUnderWay },
    again: pathOfImport(item.importId, seen),
    poll: isUnderWay ? `/imports/${item.importId}/progress?${queryOf(seen)}` : null,
  };
};

const TAKEN_BACK = ['withdrawing', 'withdrawn'];
