import { createHash } from 'node:crypto';
import type { Node } from 'yaml';
import {
  ACKNOWLEDGEMENT_FIELDS,
  ACKNOWLEDGEMENT_THEME_CODES,
  AGREEMENTS,
  DISPUTE_FIELDS,
  IMPACTS,
  KINDS,
  OUTCOMES,
  REQUIRED_FIELDS,
  STAGES,
  THEME_CODES,
  UNDECIDED,
} from './fields.js';
import {
  DATE_ORDERS,
  plainWord,
  type RegisterMapping,
  type Shape,
  SIBLING_ROWS,
  TIMES,
  USUAL_DATES,
  WordList,
  type Words,
} from './mapping.js';
import { plainHeading } from '../reading/spreadsheet.js';
import { YamlLines } from './yaml-lines.js';

const WORD_SECTIONS = [
  'teams',
  'kinds',
  'themes',
  'acknowledgement themes',
  'answers',
  'stages',
  'outcomes',
  'impacts',
  'yes',
  'no',
  'yes or no',
] as const;

/**
 * Reads a mapping file.
 * @throws FileInvalid with one sentence for each mistake: its line, and what is allowed there
 */
export const readMapping = (text: string, fileName: string): RegisterMapping => {
  const yaml = new YamlLines(text, fileName);
  const top = yaml.section(yaml.root, 'the mapping', ['dates', 'times', 'sibling rows', 'registers', 'words']);
  const written = top.get('dates');
  const dates = written ? yaml.oneOf(written, 'dates', DATE_ORDERS) : USUAL_DATES;
  const besideDates = top.get('times');
  const times = besideDates ? yaml.oneOf(besideDates, 'times', TIMES) : 'refused';
  const siblings = top.get('sibling rows');
  const siblingRows = siblings ? yaml.oneOf(siblings, 'sibling rows', SIBLING_ROWS) : 'refused';
  const shapes = yaml.items(top.get('registers'), 'registers').flatMap((node) => readShape(yaml, node) ?? []);
  if (!top.has('registers'))
    yaml.complain(yaml.root, 'the mapping must say under "registers" which columns hold what.');
  const words = readWords(yaml, top.get('words'));
  yaml.finish();
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { sha256, dates: dates!, times: times!, siblingRows: siblingRows!, shapes, words };
};

const readShape = (yaml: YamlLines, node: Node): Shape | undefined => {
  const shape = yaml.section(node, 'a register', ['holds', 'columns', 'every row is']);
  const holds = yaml.oneOf(shape.get('holds') ?? null, 'holds', ['disputes', 'acknowledgements']);
  if (holds === undefined) return undefined;
  const fields: readonly string[] = holds === 'disputes' ? DISPUTE_FIELDS : ACKNOWLEDGEMENT_FIELDS;
  const columns: Record<string, string> = {};
  const given = new Map<string, string>();
  for (const [field, heading] of yaml.section(shape.get('columns'), `the columns of ${holds}`, fields)) {
    columns[field] = yaml.word(heading, `the heading for "${field}"`) ?? '';
    if (columns[field] === UNDECIDED)
      yaml.complain(heading, `decide which heading holds "${field}", and write it here.`);
    else if (given.has(plainHeading(columns[field])))
      yaml.complain(
        heading,
        `"${columns[field]}" holds "${given.get(plainHeading(columns[field]))}" already; it cannot hold "${field}" too.`,
      );
    if (columns[field] !== '') given.set(plainHeading(columns[field]), field);
  }
  for (const field of REQUIRED_FIELDS[holds])
    if (!(field in columns)) yaml.complain(node, `columns must say which heading holds "${field}".`);
  if (holds === 'acknowledgements') return { holds, columns };

  const only = shape.get('every row is');
  const everyRowIs = only ? (yaml.oneOf(only, 'every row is', KINDS) ?? null) : null;
  if ((everyRowIs === null) === !('kind' in columns))
    yaml.complain(node, 'say either which column holds "kind", or "every row is: informal" or "formal", not both.');
  return { holds, columns, everyRowIs };
};

const readWords = (yaml: YamlLines, node: Node | null | undefined): Words => {
  const sections = yaml.section(node, 'words', WORD_SECTIONS);
  const list = <Meaning extends string>(name: (typeof WORD_SECTIONS)[number], allowed: readonly Meaning[]) =>
    new WordList(wordsOf(yaml, sections.get(name), name, (value) => yaml.oneOf(value, name, allowed)));
  return {
    teams: new WordList(
      wordsOf(yaml, sections.get('teams'), 'teams', (value) => decided(yaml, value, yaml.word(value, 'a team'))),
    ),
    kinds: list('kinds', KINDS),
    themes: list('themes', THEME_CODES),
    acknowledgementThemes: list('acknowledgement themes', ACKNOWLEDGEMENT_THEME_CODES),
    answers: list('answers', AGREEMENTS),
    stages: new WordList(
      wordsOf(yaml, sections.get('stages'), 'stages', (value) => numbered(yaml.oneOf(value, 'stages', STAGES))),
    ),
    outcomes: list('outcomes', OUTCOMES),
    impacts: list('impacts', IMPACTS),
    yesOrNo: new WordList<boolean>([
      ...plainWords(yaml, sections.get('yes'), 'yes').map((word) => [word, true] as const),
      ...plainWords(yaml, sections.get('no'), 'no').map((word) => [word, false] as const),
      ...wordsOf(yaml, sections.get('yes or no'), 'yes or no', (value) =>
        yesOrNo(yaml.oneOf(value, 'yes or no', ['yes', 'no'])),
      ),
    ]),
  };
};

const wordsOf = <Meaning>(
  yaml: YamlLines,
  node: Node | null | undefined,
  name: string,
  meaning: (value: Node | null) => Meaning | undefined,
): (readonly [string, Meaning])[] => {
  const seen = new Set<string>();
  return yaml.entries(node, name).flatMap(({ key, at, value }) => {
    if (seen.has(plainWord(key))) yaml.complain(at, `"${key}" is in ${name} twice.`);
    seen.add(plainWord(key));
    const means = meaning(value);
    return means === undefined ? [] : [[key, means] as const];
  });
};

const plainWords = (yaml: YamlLines, node: Node | null | undefined, name: string): string[] =>
  yaml.items(node, name).flatMap((item) => decided(yaml, item, yaml.word(item, name)) ?? []);

const decided = (yaml: YamlLines, node: Node | null, word: string | undefined): string | undefined => {
  if (word !== UNDECIDED) return word;
  yaml.complain(node, `decide what belongs here, and write it in place of ${UNDECIDED}.`);
  return undefined;
};

const yesOrNo = (word: 'yes' | 'no' | undefined): boolean | undefined =>
  word === undefined ? undefined : word === 'yes';

const numbered = (stage: string | undefined): number | undefined => (stage === undefined ? undefined : Number(stage));
