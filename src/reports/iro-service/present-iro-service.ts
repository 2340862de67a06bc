import type { About } from '../../web/frame/page.js';
import { RECOMMENDATIONS_PREFIX } from '../../reviews/recommendations/send-recommendations.js';
import { tablesShown } from '../pages/present-report.js';
import type { FigureFound, ReportShown } from '../pages/report-shown.js';

const PATH = '/iro-service';

export const presentIroService = (shown: ReportShown, { words: { said } }: About): object => {
  const [today, ...iros] = tablesShown(shown, `${PATH}/counted`);
  return {
    title: shown.title,
    says: shown.says,
    today: [today],
    iros,
    sheetOf: `${PATH}/sheet?of=`,
    definitions: shown.definitions.map(({ label, definition }) => ({ label: said(label), text: said(definition) })),
    csv: `${PATH}/csv`,
  };
};

export interface WorkBehind {
  readonly figure: FigureFound;
  /** Of disputes and acknowledgements by their references. */
  readonly paths: ReadonlyMap<string, string>;
}

export const presentWorkBehind = ({ figure, paths }: WorkBehind, { words: { said } }: About): object => ({
  title: 'What a figure counts',
  says: `${figure.name}: ${figure.counted.count}.`,
  rows: figure.counted.references.map((reference) => ({
    reference: said(reference),
    href: paths.get(reference) ?? pathOfReview(reference),
  })),
});

/** Of checks and recommendations, by the letters of their references. */
const pathOfReview = (reference: string): string =>
  reference.startsWith(`${RECOMMENDATIONS_PREFIX}-`) ? `/recommendations/${reference}` : `/reviews/${reference}`;
