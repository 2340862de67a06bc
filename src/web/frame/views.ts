import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { dateInWords, dayInWords, momentInWords, monthAndDay, shortDay, timeInWords } from '../../calendar/in-words.js';
import type { WordsOfPages } from './shared.js';
import { assetsFolder } from './assets.js';

const require = createRequire(import.meta.url);
const nunjucks = require('@11ty/nunjucks') as typeof import('nunjucks');

/** Views lie beside the code that they belong to, under `src`; a view is named by its path from there. */
const VIEWS = join(import.meta.dirname, '..', '..');
const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/**
 * The environment in which every page is drawn. Every value in a template is escaped: only the macros of the component
 * libraries, and ours, write HTML.
 */
const environment = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    VIEWS,
    join(packageFolder('govuk-frontend'), 'dist'),
    packageFolder('@ministryofjustice/frontend'),
  ]),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

const FILTERS: Readonly<Record<string, (value: string) => string>> = {
  /** Friday 6 October 2023: of a day on which something is due. */
  dueDay: (day) => dateInWords(day),
  /** 4 October 2023 */
  day: dayInWords,
  /** 4 Oct 2023: in tables. */
  shortDay,
  /** 4 October: where the year is plain. */
  monthAndDay,
  /** 4 October 2023, 8:40am */
  moment: momentInWords,
  /** 8:40am */
  time: timeInWords,
  /** The filters that macros of the libraries ask for. */
  date: dayInWords,
  mojDate: momentInWords,
};
for (const [name, filter] of Object.entries(FILTERS))
  environment.addFilter(name, (value: unknown) => (typeof value === 'string' && value !== '' ? filter(value) : ''));

/** A text of the program, or a reference, as the council says it: `{{ "Stage" | said(words) }}`. */
environment.addFilter('said', (text: unknown, words?: Pick<WordsOfPages, 'said'>) =>
  typeof text === 'string' && words !== undefined ? words.said(text) : text,
);
/** As it begins a line: nothing but its first letter changes, so that `QA alert` keeps its capitals. */
environment.addFilter('upperFirst', (text: unknown) =>
  typeof text === 'string' ? text.charAt(0).toUpperCase() + text.slice(1) : text,
);

environment.addGlobal('asset', (name: string) => `/assets/${assetsId()}/${name}`);

let id: string | undefined;
/** @throws Error where the assets have not been built */
const assetsId = (): string => {
  if (id !== undefined) return id;
  const current = join(assetsFolder(), 'current.json');
  if (!existsSync(current)) throw new Error('The assets of the pages are not there: build them with npm run build.');
  return (id = (JSON.parse(readFileSync(current, 'utf8')) as { id: string }).id);
};

/** Draws a view. @param view path from `src`, without the ending */
export const draw = (view: string, model: object): string => environment.render(`${view}.njk`, model);

/** Every view that is drawn as a page or a part of one, by its path from `src`, without the ending. */
export const allViews = (): string[] =>
  readdirSync(VIEWS, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.njk'))
    .map(({ parentPath, name }) => relative(VIEWS, join(parentPath, name)).replace(/\.njk$/, ''))
    .sort();

/** Draws every view once, so that a test notices one that cannot be read. The program compiles a view when it is first asked for. */
export const drawEveryViewOnce = (): void => {
  for (const view of allViews()) draw(view, {});
};
