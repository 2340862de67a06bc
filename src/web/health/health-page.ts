import { dateInWords } from '../../calendar/in-words.js';
import { londonDate } from '../../calendar/dates.js';
import { worstOf, type PartState } from '../../platform/health/health.js';
import type { Health, HealthPartSince } from '../../platform/health/health-watch.js';

/** Each part in a row: what it is, how far behind, since when, and what a person should do. Plain, with nothing to load. */
export const healthPage = ({ instance, statuses, parts, ready }: Health): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="30">
    <title>${HEADING[worstOf(parts)]} – Footprint</title>
    <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1rem; color: #0b0c0c }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid #b1b4b6 }
      .pane { overflow-x: auto }
      .look, .broken { font-weight: bold }
      .broken { color: #942514 }
    </style>
  </head>
  <body>
    <main>
      <h1>${HEADING[worstOf(parts)]}</h1>
      <p>${inert(instance)} ${ready ? 'can be worked with' : 'cannot be worked with yet'}. As at ${inLondon(statuses.now)}.</p>
      <div class="pane" tabindex="0" role="region" aria-label="Parts">
      <table>
        <thead><tr><th scope="col">Part</th><th scope="col">State</th><th scope="col">What it is, and what to do</th><th scope="col">Behind</th><th scope="col">Since</th></tr></thead>
        <tbody>
${[...readModelsTogether(parts)].sort(worstFirst).map(rowOf).join('\n')}
        </tbody>
      </table>
      </div>
    </main>
  </body>
</html>
`;

const HEADING: Readonly<Record<PartState, string>> = {
  well: 'All is well',
  look: 'Something should be looked at',
  broken: 'Something is broken',
};
const WORDS: Readonly<Record<PartState, string>> = { well: 'Well', look: 'To look at', broken: 'Broken' };
const ORDER: readonly PartState[] = ['broken', 'look', 'well'];

/** Read models that are well are one row, so that nobody scrolls past thirty of them; each that is not keeps its own. */
const readModelsTogether = (parts: readonly HealthPartSince[]): readonly HealthPartSince[] => {
  const well = parts.filter(({ name, state }) => name.startsWith('read model ') && state === 'well');
  const [first] = well;
  if (first === undefined) return parts;
  const since = well.map((part) => part.since).reduce((latest, each) => (each > latest ? each : latest));
  const together = { ...first, name: 'read models', what: `${well.length} are up to date.`, since };
  return parts.flatMap((part) => (part === first ? [together] : well.includes(part) ? [] : [part]));
};

const inLondon = (instant: string): string => dateInWords(londonDate(instant), instant);

/** A stable sort: parts in the same state stay in the order in which they depend on each other. */
const worstFirst = (a: HealthPartSince, b: HealthPartSince): number => ORDER.indexOf(a.state) - ORDER.indexOf(b.state);

const rowOf = ({ name, state, what, behind, since, toDo }: HealthPartSince): string => {
  const sentences = toDo === null ? inert(what) : `${inert(what)}<br>${inert(toDo)}`;
  return `          <tr><th scope="row">${inert(name)}</th><td class="${state}">${WORDS[state]}</td><td>${sentences}</td><td>${inert(behind ?? '')}</td><td>${inLondon(since)}</td></tr>`;
};

const inert = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
