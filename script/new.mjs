// Adds an act on a dispute with one event of its own: the folder, and every edit outside of it (docs/guides/an-act.md). It is noted, asks
// nothing of anybody, and may be done by those who may link the dispute; what it really is comes next.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const USAGE = 'script/new act NAME [EVENT]: the name as in lend-file, the event as in FileLent';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } });
const root = values.root ?? join(import.meta.dirname, '..');
const [what, name = '', given] = positionals;

const fail = (sentence) => {
  process.stderr.write(`footprint: ${sentence}\n`);
  process.exit(2);
};
const words = name.split('-');
const Pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
const camel = Pascal.charAt(0).toLowerCase() + Pascal.slice(1);
const event = given ?? `${Pascal}Done`;
const inWords = words.join(' ');
const sentence = inWords.charAt(0).toUpperCase() + inWords.slice(1);
const eventInWords = event.replaceAll(/(?<!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
const folder = join(root, 'src/disputes/acts', name);

if (what !== 'act' || positionals.length > 3) fail(USAGE);
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) fail(`"${name}" is no name of an act. ${USAGE}`);
if (!/^[A-Z][A-Za-z]+$/.test(event)) fail(`"${event}" is no name of an event. ${USAGE}`);
if (existsSync(folder)) fail(`There is an act ${name} already.`);

/** One change to a file that is there: `text` goes in before the first place that `before` matches. */
const EDITS = [
  {
    file: 'src/disputes/acts/all-acts.ts',
    before: /^import \{ linkDisputeAct \}/m,
    text: `import { ${camel}Act } from './${name}/${name}.js';\n`,
  },
  { file: 'src/disputes/acts/all-acts.ts', before: /^ {2}liftRestrictionAct,/m, text: `  ${camel}Act,\n` },
  {
    file: 'src/disputes/events.ts',
    before: /^ {2}\/\*\*[^\n]*\n {2}\| DomainEvent<'NoteAdded'/m,
    text: `  /** ${sentence}. */\n  | DomainEvent<'${event}', { text: string }>\n`,
  },
  { file: 'src/disputes/fold/evolve.ts', before: /^ {4}case 'NoteAdded':/m, text: `    case '${event}':\n` },
  {
    file: 'src/access/access-table.ts',
    before: /^ {2}'dispute\.link':/m,
    text: `  'dispute.${name}': byTheirIro,\n`,
  },
  {
    file: 'src/notices/table/disputes.ts',
    before: /^ {2}NoteAdded:/m,
    text: `  ${event}: nobody('It asks nothing.'),\n`,
  },
  {
    file: 'src/disputes/acts/take-back-entry/ways-back.ts',
    before: /^ {2}NoteAdded:/m,
    text: `  ${event}: aFact,\n`,
  },
  {
    file: 'docs/access/who-is-told.csv',
    before: /^dispute,note added,/m,
    text: `dispute,${eventInWords},${event},nobody,,,,It asks nothing.\n`,
  },
  {
    file: 'docs/processes/dispute.md',
    before: /^\| The child \|/m,
    text: `| ${sentence} | *${name}* | \`${event}\` |\n`,
  },
];

const MATRIX = 'docs/access/matrix.csv';

/** The posts that may do it, restricted or not: those that may link it to another record. */
const linesOfTheMatrix = (matrix) =>
  matrix
    .split('\n')
    .filter((line) => line.includes('/link,'))
    .map((line) => `${line.replace(/^[^,]*/, inWords).replace('/link,dispute.link,', `/${name},dispute.${name},`)}\n`)
    .join('');

const FILES = {
  [`${name}.ts`]: `import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeOpen, mustSay } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';

export interface ${Pascal} {
  type: '${name}';
  text: string;
}

/** ${sentence}. @throws Refusal where nothing is open */
export const ${camel} = (act: ${Pascal}, state: DisputeState): DisputeEvent[] => {
  mustBeOpen(state);
  mustSay(act.text, 'what there is to say of it');
  return [{ type: '${event}', data: { text: act.text } }];
};

export const ${camel}Act = disputeAct({
  type: '${name}',
  decide: ${camel},
  route: '${name}',
  sample: (): ${Pascal} => ({ type: '${name}', text: WORDS }),
  events: {
    ${event}: {
      version: 1,
      sentence: ({ who }) => \`\${who} put on record: ${inWords}.\`,
      inNoReadModel: 'it changes no figure and no list',
    },
  },
});
`,
  [`${name}.dto.ts`]: `import { ApiSchema } from '@nestjs/swagger';
import { Narrative } from '../../../platform/http/fields.js';

/** ${sentence}. */
@ApiSchema({ name: '${Pascal}' })
export class ${Pascal}Dto {
  @Narrative()
  text: string;
}
`,
  [`${name}.route.ts`]: `import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { AuthorisedDisputes } from '../../authorised-disputes.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { ${Pascal}Dto } from './${name}.dto.js';

@DisputeRoute()
export class ${Pascal}Route {
  constructor(private readonly authorised: AuthorisedDisputes) {}

  @ActOn('${name}', '${sentence}')
  @Permits('dispute.${name}')
  ${camel}(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { text }: ${Pascal}Dto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.authorised.act(reference, { type: '${name}', text }, sent);
  }
}
`,
  [`${name}.form.ts`]: `import { paragraphs } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const ${camel}Form = actForm({
  group: 'other',
  link: '${sentence}',
  title: '${sentence}',
  fields: [paragraphs('text', 'What is there to say of it?', { missing: 'Enter what there is to say of it' })],
  button: 'Put it on record',
  done: 'Put on record.',
  isSentAtOnce: true,
});
`,
  [`${name}.spec.ts`]: `import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

describe('The act ${name}', () => {
  it('puts on record what there is to say', () => {
    given(...Controls.disputeRaised())
      .when({ type: '${name}', text: 'As it is.' }, Controls.context(Controls.iro))
      .then({ type: '${event}', data: { text: 'As it is.' } });
  });

  it('is refused where nothing is open', () => {
    given(...Controls.disputeRaised(), Controls.withdrawn())
      .when({ type: '${name}', text: 'As it is.' }, Controls.context(Controls.iro))
      .thenRefuses('already-ended');
  });
});
`,
  [`${name}.examples.ts`]: `import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { ${Pascal} } from './${name}.js';

export const examples = actExamples<${Pascal}, '${event}'>({
  anyAct: fc.record({ type: fc.constant('${name}'), text }),
  events: { ${event}: { text: 'As it is.' } },
  sent: { by: 'Iris', body: { text: 'As it is.' } },
});
`,
};

mkdirSync(join(folder, 'golden'), { recursive: true });
for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
const golden = readFileSync(join(root, 'src/disputes/acts/add-note/golden/NoteAdded.v1.json'), 'utf8');
writeFileSync(
  join(folder, `golden/${event}.v1.json`),
  `${JSON.stringify({ type: event, data: { text: 'As it is.' }, metadata: JSON.parse(golden).metadata }, null, 2)}\n`,
);
for (const { file, before, text } of EDITS) {
  const content = readFileSync(join(root, file), 'utf8');
  if (!before.test(content)) fail(`${file} has no place like ${String(before)} any more: mend script/new.mjs.`);
  writeFileSync(
    join(root, file),
    content.replace(before, (found) => text + found),
  );
}
const matrix = readFileSync(join(root, MATRIX), 'utf8');
writeFileSync(join(root, MATRIX), matrix + linesOfTheMatrix(matrix));

process.stdout.write(`src/disputes/acts/${name}/ is new, and these were changed:\n`);
for (const file of new Set([...EDITS.map(({ file }) => file), MATRIX])) process.stdout.write(`  ${file}\n`);
process.stdout.write('docs/guides/an-act.md says what comes next.\n');
