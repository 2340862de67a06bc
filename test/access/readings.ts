import type { Answer } from '../journeys/council.js';
import type { Thing } from './courses.js';

/** A route that reads: where to look, and in what part of the answer. */
export interface Reading {
  /** The address, for one thing or a list in which it may stand. */
  readonly path: (thing: Thing) => string;
  /** `page`: the whole answer is about the thing. `row`: the rows that name it are. `file`: it is a document that was sent with the thing. */
  readonly looksAt: 'page' | 'row' | 'file';
  /** A person who may ask for it knows the child: it is the child’s history, or that of a case whose page names the child. */
  readonly isAboutTheChild?: boolean;
}

const page = (path: (thing: Thing) => string): Reading => ({ path, looksAt: 'page' });
/** Lines of text, such as CSV: looked at whole. */
const text = (path: string): Reading => page(() => path);
const list = (path: string): Reading => ({ path: () => path, looksAt: 'row' });

/** The rows of a kind of record stand in a file of their own. */
const THE_REGISTER: Reading = page(
  ({ id }) => `/imports/export/file?name=${id.startsWith('PA-') ? 'acknowledgements' : 'disputes'}.csv`,
);
/** Of a report that does not exist: what one says is read from the records of the whole council. */
const A_REPORT = '/published-reports/RPT-7K4M-2QXH';

/** Every route that reads, by its request as the file has it. */
export const READINGS: ReadonlyMap<string, Reading> = new Map(
  Object.entries({
    'GET /disputes/:reference': page(({ id }) => `/disputes/${id}`),
    'GET /disputes/:reference/events': { ...page(({ id }) => `/disputes/${id}/events`), isAboutTheChild: true },
    'GET /disputes/:reference/outline': page(({ id }) => `/disputes/${id}/outline`),
    'GET /disputes/:reference/letter': page(({ id }) => `/disputes/${id}/letter`),
    'GET /disputes/:reference/legal-advice': page(({ id }) => `/disputes/${id}/legal-advice`),
    'GET /disputes/:reference/record-copy': page(({ id }) => `/disputes/${id}/record-copy`),
    'GET /disputes/:reference/document': {
      ...page(({ id, document = '' }) => `/disputes/${id}/document?id=${document}`),
      looksAt: 'file',
    },
    'GET /disputes/:reference/views': page(({ id }) => `/disputes/${id}/views`),
    'GET /disputes': list('/disputes?limit=200'),
    'GET /disputes/csv': text('/disputes/csv'),
    'GET /disputes/to-be-decided': list('/disputes/to-be-decided'),
    'GET /actions': list('/actions?limit=200'),
    'GET /answers': list('/answers?limit=200'),
    'GET /board': list('/board'),
    'GET /board/week': list('/board/week?of=2023-04-03'),
    'GET /work': list('/work'),
    'GET /drafts': list('/drafts'),
    'GET /drafts/:draft': list('/drafts/a-draft-of-another'),
    'GET /work/to-file': list('/work/to-file'),
    'GET /themes': list('/themes?year=2023-24'),
    'GET /themes?by=iro': list('/themes?year=2023-24&by=iro'),
    'GET /themes/over-time': list('/themes/over-time'),
    'GET /themes/by-month': list('/themes/by-month'),
    'GET /feed': list('/feed'),
    'GET /feed/:table': list('/feed/disputes'),
    'GET /feed/:table/csv': text('/feed/disputes/csv'),
    'GET /themes/cases': list('/themes/cases?year=2023-24'),
    'GET /reports/annual/:year': list('/reports/annual/2023-24'),
    'GET /reports/how-far/:year': list('/reports/how-far/2023-24'),
    'GET /reports/repeats/:year': list('/reports/repeats/2023-24'),
    'GET /reports/so-what/:year': list('/reports/so-what/2023-24'),
    'GET /reports/other-councils/:year': list('/reports/other-councils/2023-24'),
    'GET /reports/praise/:year': list('/reports/praise/2023-24'),
    'GET /reports/voice/:year': list('/reports/voice/2023-24'),
    'GET /reports/years/:year': list('/reports/years/2023-24'),
    'GET /reports/timeliness/:year': list('/reports/timeliness/2023-24'),
    'GET /iro-service': list('/iro-service'),
    'GET /iro-service/sheet': list('/iro-service/sheet?iro=iris'),
    'GET /published-reports': list('/published-reports'),
    'GET /published-reports/:reference': list(A_REPORT),
    'GET /published-reports/:reference/tables': list(`${A_REPORT}/tables`),
    'GET /published-reports/:reference/actions': list(`${A_REPORT}/actions`),
    'GET /published-reports/:reference/compare': list(`${A_REPORT}/compare`),
    'GET /published-reports/:reference/pdf': list(`${A_REPORT}/pdf`),
    'GET /published-reports/:reference/docx': list(`${A_REPORT}/docx`),
    'GET /published-reports/:reference/json': list(`${A_REPORT}/json`),
    'GET /published-reports/:reference/csv': list(`${A_REPORT}/csv`),
    'GET /published-reports/:reference/ods': list(`${A_REPORT}/ods`),
    'GET /disclosures': list('/disclosures'),
    'GET /disclosures/:reference': list('/disclosures/DLE-7K4M-2QXH'),
    'GET /acknowledgements/:reference': page(({ id }) => `/acknowledgements/${id}`),
    'GET /acknowledgements/:reference/views': page(({ id }) => `/acknowledgements/${id}/views`),
    'GET /acknowledgements': list('/acknowledgements?limit=200'),
    'GET /acknowledgements/csv': text('/acknowledgements/csv'),
    'GET /reviews/:reference': page(({ id }) => `/reviews/${id}`),
    'GET /reviews/:reference/views': page(({ id }) => `/reviews/${id}/views`),
    'GET /reviews/unanswered': list('/reviews/unanswered'),
    'GET /recommendations/:reference': page(({ id }) => `/recommendations/${id}`),
    'GET /recommendations': list('/recommendations'),
    'GET /children/:id': page(({ child }) => `/children/${child}`),
    'GET /children': list('/children?limit=200'),
    'GET /children/:id/history': {
      ...list(''),
      path: ({ child }: Thing) => `/children/${child}/history?limit=200`,
      isAboutTheChild: true,
    },
    'GET /challenge/meetings/:meeting': page(({ id, meeting = id }) => `/challenge/meetings/${meeting}`),
    'GET /challenge/meetings/:meeting/pack': page(({ id, meeting = id }) => `/challenge/meetings/${meeting}/pack`),
    'GET /challenge/meetings/:meeting/pack/markdown': page(
      ({ id, meeting = id }) => `/challenge/meetings/${meeting}/pack/markdown`,
    ),
    'GET /challenge/meetings/:meeting/calendar': page(
      ({ id, meeting = id }) => `/challenge/meetings/${meeting}/calendar`,
    ),
    'GET /challenge/meetings': list('/challenge/meetings?limit=200'),
    'GET /challenge/items': list('/challenge/items?limit=200'),
    'GET /challenge/series': list('/challenge/series'),
    'GET /challenge/series/:series/calendar': page(({ id }) => `/challenge/series/${id}/calendar`),
    'GET /teams': list('/teams'),
    'GET /teams/:id': list('/teams/north'),
    'GET /teams/:id/figures': list('/teams/north/figures'),
    'GET /people': list('/people'),
    'GET /people/:id': list('/people/iris'),
    'GET /posts': list('/posts'),
    'GET /directory/teams-over-time': list('/directory/teams-over-time'),
    'GET /covers': list('/covers'),
    'GET /protocol': list('/protocol'),
    'GET /protocol/shown': list('/protocol/shown'),
    'GET /protocol/file': list('/protocol/file?version=1'),
    'GET /council': list('/council'),
    'GET /council/set-up': list('/council/set-up'),
    'GET /roles/proposals': list('/roles/proposals'),
    'GET /roles/proposals/:id/protocol': list('/roles/proposals/PRP-7K4M-2QXH/protocol'),
    'GET /accounts': list('/accounts'),
    'GET /calendar': list('/calendar'),
    'GET /calendar/what-moves': list('/calendar/what-moves?closingDays=2023-04-05'),
    'GET /notices': list('/notices'),
    'GET /notice-preferences': list('/notice-preferences'),
    'GET /due-dates/address': list('/due-dates/address'),
    'GET /imports': list('/imports'),
    'GET /imports/export': list('/imports/export'),
    'GET /imports/export/file': THE_REGISTER,
    'GET /emergency-access': list('/emergency-access'),
  }),
);

/** The part of a thing that an answer tells: nothing, or how much. */
export type Told = 'nothing' | 'figures' | 'outline' | 'full';

export const toldOf = (thing: Thing, { text, body }: Pick<Answer, 'text' | 'body'>, reading: Reading): Told => {
  if (reading.looksAt === 'file') return text.includes(thing.words) ? 'full' : 'nothing';
  const about = reading.looksAt === 'page' ? text : rowsThatName(thing.id, body).join('\n');
  if (!about.includes(thing.id)) return 'nothing';
  if (about.includes(thing.words)) return 'full';
  return reading.isAboutTheChild === true || new RegExp(`\\b${thing.child}\\b`).test(about) ? 'outline' : 'figures';
};

/** The smallest parts of an answer that name something. */
const rowsThatName = (id: string, part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap((each) => rowsThatName(id, each));
  if (inside.length > 0) return inside;
  return JSON.stringify(part).includes(id) && !Array.isArray(part) ? [JSON.stringify(part)] : [];
};
