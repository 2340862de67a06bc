import { MARKING, type Pack } from './pack.js';

/** The papers as Markdown. The texts of people stand in it as they wrote them, and no mark of theirs is taken for ours. */
export const packAsMarkdown = ({ title, facts, items, sheets }: Pack): string =>
  [
    `# ${plain(title)}`,
    '',
    `**${MARKING}**`,
    '',
    ...facts.map(([name, value]) => `- ${name}: ${plain(value)}`),
    '',
    ...(items.length + sheets.length === 0 ? ['Nothing is on the agenda.', ''] : []),
    ...items.flatMap(itemAsMarkdown),
    ...sheets.flatMap((sheet) => [
      ...['---', '', `# ${plain(sheet.title)}`, '', `**${MARKING}**`, ''],
      ...sheet.items.flatMap(itemAsMarkdown),
    ]),
  ].join('\n');

const itemAsMarkdown = ({ heading, lines, blanks }: Pack['items'][number]): string[] => [
  `## ${plain(heading)}`,
  '',
  ...lines.flatMap(([name, text]) => [`**${name}**: ${plain(text)}`, '']),
  ...blanks.flatMap((name) => [`**${name}**:`, '', '\\_\\_\\_\\_', '']),
];

/** Line breaks become spaces, so that a text cannot begin a heading or a list of its own. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
