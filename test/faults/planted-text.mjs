import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * Faults in the text of a file, for what no other code can be put in the place of while the program runs (planted.mjs): a condition, or a
 * number. Jest reads the file with the fault in it; the file itself is left as it is.
 */

const ROOT = join(import.meta.dirname, '../..');

export const TEXTS = {
  'lists-what-stands-still-as-late': {
    file: 'projections/dispute-register/dispute-register.queries.ts',
    text: "${lateIn(dateColumns('date'))}",
    instead: "${lateIn({ ...dateColumns('date'), stoppedAt: 'NULL' })}",
  },
  'counts-a-round-at-the-level-of-today': {
    file: 'src/reports/timeliness/timeliness.ts',
    text: 'answer.ladder, ${STAGE} AS stage, answer.level,',
    instead: 'answer.ladder, ${STAGE} AS stage, dispute.level,',
  },
  'forgets-how-far-a-row-is-folded': {
    file: 'projections/dispute-register/dispute-register.ts',
    text: "  revisionIn: 'revision',\n",
    instead: '',
  },
  'takes-the-moment-it-was-due-for-in-time': {
    file: 'src/disputes/time/late-in-sql.ts',
    text: '(${dueAt} <= ${now})',
    instead: '(${dueAt} < ${now})',
  },
  'keeps-adjoining-imports-apart': {
    file: 'src/reports/coverage.ts',
    text: 'from <= addDays(last.to, 1)',
    instead: 'from <= last.to',
  },
  'tells-of-the-past-as-people-want-it-now': {
    file: 'src/notices/outbox.ts',
    text: "occasion === 'event' ? event.position : undefined",
    instead: 'undefined',
  },
  'calls-a-matter-by-who-is-told': {
    file: 'src/notices/recipients.ts',
    text: '({ ...line, person })',
    instead: '({ ...line, called: person, person })',
  },
  'chases-after-a-death': {
    file: 'src/notices/kinds.ts',
    text: 'ROUTINE.includes(kind)',
    instead: 'false && ROUTINE.includes(kind)',
  },
  'lets-clocks-differ-by-hours': {
    file: 'src/platform/clock/clock-watch.ts',
    text: 'TOLERANCE = 5 *',
    instead: 'TOLERANCE = 500 *',
  },
  'lets-the-clock-fall-hours-behind-the-record': {
    file: 'src/deadlines/deadline-keeper.ts',
    text: 'FIVE_MINUTES = 5 *',
    instead: 'FIVE_MINUTES = 500 *',
  },
  'skips-every-seventh-hash': {
    file: 'src/platform/event-store/sqlite/verify-log.ts',
    text: 'if (!hashOf(',
    instead: 'if (row.position % 7 !== 0 && !hashOf(',
  },
  'leaves-a-small-number-below-the-threshold': {
    file: 'src/reports/disclosure/release.ts',
    text: 'Math.max(threshold - count, Math.ceil(threshold / 2))',
    instead: '1',
  },
  'hides-as-if-all-had-what-the-board-has': {
    file: 'src/reports/publishing/figures/readers.ts',
    text: 'return [all, { threshold: Math.min(threshold, ...printedFrom), has: [...all.has, ...had] }];',
    instead: 'return [{ threshold, has: [...all.has, ...had] }];',
  },
};

const name = process.env.FOOTPRINT_PLANTED;

/** As @swc/jest, with the fault that `FOOTPRINT_PLANTED` names in its file. @throws Error where the file has no such text any more */
const createTransformer = (options) => {
  const swc = createRequire(import.meta.url)('@swc/jest').createTransformer(options);
  const { file, text, instead } = TEXTS[name];
  const withFault = (source, path) => {
    if (path !== join(ROOT, file)) return source;
    if (!source.includes(text))
      throw new Error(`${file} has no "${text}" any more: mend test/faults/planted-text.mjs.`);
    return source.replace(text, () => instead);
  };
  return {
    ...swc,
    process: (source, path, ...more) => swc.process(withFault(source, path), path, ...more),
    getCacheKey: (source, path, ...more) => `${name}-${swc.getCacheKey(source, path, ...more)}`,
  };
};

export default { createTransformer };
