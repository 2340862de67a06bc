import { NamedMany } from '../../access/named/field.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { shortDay } from '../../calendar/in-words.js';
import type { TakenOnDto } from '../../disputes/acts/take-on/take-on.dto.js';
import { TakeOnRoute } from '../../disputes/acts/take-on/take-on.route.js';
import { Problem } from '../../platform/http/problem.js';
import { themeShown } from '../../protocol/theme-shown.js';
import { WordsNow } from '../../protocol/words-now.js';
import { type BoardRead, type BoardRow, ReadEscalations } from '../../reports/escalations/escalations.query.js';
import type { Choice } from '../../web/forms/form.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import { takenOnInWords } from './taken-on-in-words.js';
import { waitingToBeTakenOn } from './waiting.js';
import { MOST_AT_ONCE, takeOnManyForm } from './take-on-many.form.js';

/** The rows that the board counts as taken on by nobody: everybody who may take on opens this page. */
const BACK = '/board/counted?what=notTakenOn';

/** Nobody sends the form without a choice. */
class TakeOnChosenDto {
  @NamedMany('dispute-each', { atLeastOne: true })
  references: string[];
}

/** Open rows of registers become living disputes, many by one act; each is taken on or refused by itself. */
export const takeOnManyPage = formPageOf({
  path: 'disputes/take-on',
  permits: 'dispute.take-on',
  opens: OpensNothing('Where each stands: no child and no word.'),
  begins: async (asked) =>
    (await waiting(asked)).length > 0 ? {} : notNow(BACK, 'Everything that is open has been taken on.'),
  carrying: (asked) => {
    let answer: TakenOnDto = { takenOn: [], refused: [] };
    return {
      pages: [takeOnManyForm],
      body: TakeOnChosenDto,
      around: async () => ({ choices: { 'not-taken-on': await choices(asked) }, back: BACK }),
      carryOut: async (body, sent) => {
        answer = await asked.get(TakeOnRoute).takeOnMany(body as TakeOnChosenDto, sent);
        const [first] = answer.takenOn;
        if (first === undefined) throw new Problem(409, 'none-taken-on', await inWords(answer, asked));
        return first;
      },
      follows: async () => [],
      leadsTo: () => '/my-work',
      said: () => inWords(answer, asked),
    };
  },
});

const inWords = async (answer: TakenOnDto, { get }: AskedForForm): Promise<string> =>
  takenOnInWords(answer, (await get(WordsNow).now()).words);

const waiting = async ({ ask, asker }: AskedForForm): Promise<BoardRow[]> =>
  waitingToBeTakenOn((await ask<BoardRead>(new ReadEscalations(asker))).rows).slice(0, MOST_AT_ONCE);

const choices = async (asked: AskedForForm): Promise<Choice[]> => {
  const { themes } = await asked.get(WordsNow).now();
  return (await waiting(asked)).map(({ reference, theme, team, raisedOn }) => ({
    value: reference,
    text: reference,
    hint: `${themeShown(theme, themes).label}, ${team.name ?? 'no team'}, raised ${shortDay(raisedOn)}`,
  }));
};
