import type { Query } from '@nestjs/cqrs';
import { type AskedBy, THE_OPERATOR } from '../../access/asker.js';
import type { FinancialYear, LocalDate } from '../../calendar/calendar.js';
import type { CouncilSays } from '../../protocol/words-now.js';
import type { Council } from '../council.js';
import { printJson, type Terminal } from '../terminal.js';
import { asItStoodLine, dayGiven } from './as-at.js';

/** A report of one financial year, which asks for nothing but the year. */
export interface YearlyReport {
  /** As it is called: `footprint report <name> --year 2022/23`. */
  readonly name: string;
  readonly description: string;
  print(council: Council, terminal: Terminal, year: FinancialYear, options: YearlyOptions): Promise<void>;
}

export interface YearlyOptions {
  readonly json?: boolean;
  /** As it stood at the end of this day; as it stands now unless given. */
  readonly asAt?: string;
}

interface Parts<View> {
  readonly Ask: new (asker: AskedBy, year: FinancialYear, asAt?: LocalDate) => Query<View>;
  readonly text: (view: View, says: CouncilSays) => string;
  /** The output of `--json`; the view itself unless given. */
  readonly forPrograms?: (view: View) => unknown;
}

/** @param load its query and its text, loaded only when it is asked for: help comes at once without them */
const yearly = <View>(name: string, description: string, load: () => Promise<Parts<View>>): YearlyReport => ({
  name,
  description,
  print: async ({ queries, says }, terminal, year, { json, asAt }) => {
    const { Ask, text, forPrograms = (view) => view } = await load();
    const view = await queries.execute(new Ask(THE_OPERATOR, year, dayGiven(asAt)));
    if (json) printJson(terminal, forPrograms(view));
    else terminal.print(`${asItStoodLine(asAt)}${text(view, await says())}\n`);
  },
});

/** A new yearly report has its entry here. */
export const YEARLY_REPORTS: readonly YearlyReport[] = [
  yearly(
    'how-far',
    'How far the disputes of a financial year went: informally, at each stage, at challenge, by Cafcass.',
    async () => ({
      Ask: (await import('../../reports/how-far/how-far.query.js')).ReadHowFar,
      text: (await import('../../reports/how-far/how-far.text.js')).howFarText,
    }),
  ),
  yearly(
    'so-what',
    'What came of the disputes of a financial year: outcomes, impact for the child, actions.',
    async () => ({
      Ask: (await import('../../reports/so-what/so-what.query.js')).ReadSoWhat,
      text: (await import('../../reports/so-what/so-what.text.js')).soWhatText,
    }),
  ),
  yearly(
    'voice',
    'Whether children were told, heard and offered an advocate in the disputes of a financial year, by quarter.',
    async () => ({
      Ask: (await import('../../reports/voice/voice.query.js')).ReadVoice,
      text: (await import('../../reports/voice/voice.text.js')).voiceText,
    }),
  ),
  yearly(
    'praise',
    'Where the acknowledgements of a financial year went: by team, service and theme, with disputes beside them.',
    async () => ({
      Ask: (await import('../../reports/praise/praise.query.js')).ReadPraise,
      text: (await import('../../reports/praise/praise.text.js')).praiseText,
    }),
  ),
  yearly('years', 'Six financial years in a row, up to this one, and where they cannot be compared.', async () => ({
    Ask: (await import('../../reports/years/years.query.js')).ReadYears,
    text: (await import('../../reports/years/years.text.js')).yearsText,
  })),
  yearly(
    'other-councils',
    'What other councils have published of a financial year, as rates beside this council’s own.',
    async () => ({
      Ask: (await import('../../reports/other-councils/compared.query.js')).ReadBesideOthers,
      text: (await import('../../reports/other-councils/other-councils.text.js')).otherCouncilsText,
    }),
  ),
  yearly('repeats', 'What was raised again for the same child and theme group within six months.', async () => {
    const { repeatsByChildId, repeatsText } = await import('../../reports/repeats/repeats.text.js');
    const { ReadRepeats } = await import('../../reports/repeats/repeats.query.js');
    return { Ask: ReadRepeats, text: repeatsText, forPrograms: repeatsByChildId };
  }),
];
