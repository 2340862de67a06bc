import { isPlaceOf } from '../../places.js';
import type { About } from '../../web/frame/page.js';
import { addressOf } from '../../web/lists/listing.js';
import { type CountOnBoard, howMany, inWords } from '../escalations/counts-of-board.js';
import type { BoardRead } from '../escalations/escalations.query.js';
import type { ByMonth } from '../over-time/by-month.js';
import { besidePraise, monthsPicture } from '../over-time/pictures.js';
import { tablesShown } from '../pages/present-report.js';
import type { TeamFigures } from './team-figures.js';
import { teamShown } from './team-shown.js';

export interface TeamOfPage {
  readonly figures: TeamFigures;
  readonly months: ByMonth;
  readonly praise: ByMonth;
  /** Of the team; null for those who have no board. */
  readonly board: BoardRead | null;
}

/** Counts of the board that say how a team stands today. */
const TODAY = ['open', 'late', 'overdueActions'] as const satisfies readonly CountOnBoard[];

export const presentTeam = ({ figures, months, praise, board }: TeamOfPage, about: About): object => {
  const { said } = about.words;
  const { id, name } = figures.team;
  const shown = teamShown(figures, { said, theme: about.theme });
  const what = `${said('formal disputes')} of ${name}`;
  const csv = addressOf('/themes/by-month/csv', { kind: 'formal', team: id });
  return {
    title: name,
    // Whoever has the place My team comes from there; everybody else from the table of all teams.
    wayBack: isPlaceOf('/teams', about.asker?.posts ?? [])
      ? { text: 'My team', href: '/teams' }
      : { text: 'Themes', href: '/themes?lines=team' },
    says: shown.says,
    today:
      board === null
        ? []
        : TODAY.map((count) => ({
            text: said(`${inWords(count)}: ${howMany(board, count)}`),
            href: howMany(board, count) === 0 ? null : addressOf('/board/counted', { team: id, what: count }),
          })),
    pictures: [
      { drawn: monthsPicture(months, what, said), csv },
      { drawn: besidePraise(months, praise, what, said), csv },
    ],
    tables: tablesShown(shown, `/teams/${id}/counted`),
    notes: shown.notes,
    definitions: shown.definitions.map(({ label, definition }) => ({ label: said(label), text: said(definition) })),
    csv: `/teams/${id}/csv`,
  };
};
