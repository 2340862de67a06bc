import { MARKING, type Pack } from './pack.js';

/** The papers as one HTML page that prints on A4, with nothing to fetch and nothing that runs. */
export const packAsHtml = ({ title, facts, items, sheets }: Pack): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${safe(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<p><strong>${MARKING}</strong></p>
<h1>${safe(title)}</h1>
<dl>${facts.map(([name, value]) => `<dt>${safe(name)}</dt><dd>${safe(value)}</dd>`).join('')}</dl>
${items.length + sheets.length === 0 ? '<p>Nothing is on the agenda.</p>' : items.map(itemAsHtml).join('\n')}
${sheets.map((sheet) => `<div class="sheet"><p><strong>${MARKING}</strong></p><h1>${safe(sheet.title)}</h1>${sheet.items.map(itemAsHtml).join('\n')}</div>`).join('\n')}
</body>
</html>
`;

const itemAsHtml = ({ heading, lines, blanks }: Pack['items'][number]): string =>
  `<section><h2>${safe(heading)}</h2><dl>${lines
    .map(([name, text]) => `<dt>${safe(name)}</dt><dd>${safe(text)}</dd>`)
    .join('')}${blanks.map((name) => `<dt>${safe(name)}</dt><dd class="blank"></dd>`).join('')}</dl></section>`;

const STYLE = `body{font:12pt/1.4 sans-serif;max-width:45em;margin:2em auto;padding:0 1em}
section{border-top:1px solid;break-inside:avoid}dl{display:grid;grid-template-columns:9em 1fr;gap:.3em 1em}
dt{font-weight:bold}dd{margin:0;white-space:pre-wrap}.blank{min-height:3em;border-bottom:1px dotted}
div.sheet{break-before:page}
@page{size:A4;margin:2cm;@top-center{content:'${MARKING}';font:bold 9pt sans-serif}}@media print{body{margin:0;padding:0;max-width:none}}`;

const safe = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
