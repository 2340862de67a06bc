import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One change to a file that is there: `text` goes in before the first place that `before` matches. */
interface Edit {
  readonly file: string;
  readonly before: RegExp;
  readonly text: string;
}

/**
 * Everything outside its own folder that a new act on a dispute with one new event touches.
 * `FileLent` lets a manager read the paper file; it is invented, and stands for any act.
 */
const EDITS: readonly Edit[] = [
  {
    file: 'src/disputes/acts/all-acts.ts',
    before: /^import \{ linkDisputeAct \}/m,
    text: "import { lendFileAct } from './lend-file/lend-file.js';\n",
  },
  {
    file: 'src/disputes/acts/all-acts.ts',
    before: /^ {2}liftRestrictionAct,/m,
    text: '  lendFileAct,\n',
  },
  {
    file: 'src/disputes/events.ts',
    before: /^ {2}\/\*\*[^\n]*\n {2}\| DomainEvent<'NoteAdded'/m,
    text: "  /** The paper file was lent to somebody. */\n  | DomainEvent<'FileLent', { to: string }>\n",
  },
  { file: 'src/disputes/dispute.ts', before: /^ {4}case 'NoteAdded':/m, text: "    case 'FileLent':\n" },
  {
    file: 'src/access/access-table.ts',
    before: /^ {2}'dispute\.link':/m,
    text: "  'dispute.lend-file': byTheirIro,\n",
  },
  {
    file: 'src/notices/table/disputes.ts',
    before: /^ {2}NoteAdded:/m,
    text: "  FileLent: nobody('It asks nothing.'),\n",
  },
  {
    file: 'src/disputes/acts/take-back-entry/ways-back.ts',
    before: /^ {2}NoteAdded:/m,
    text: '  FileLent: aFact,\n',
  },
  {
    file: 'docs/access/who-is-told.csv',
    before: /^dispute,note added,/m,
    text: 'dispute,file lent,FileLent,nobody,,,,It asks nothing.\n',
  },
  {
    file: 'docs/processes/dispute.md',
    before: /^\| The child \|/m,
    text: '| The paper file is lent | *lend-file* | `FileLent` |\n',
  },
];

const MATRIX = 'docs/access/matrix.csv';

/** Who may lend the file, restricted or not: those who may link it to another record. */
const linesOfTheMatrix = (matrix: string): string =>
  matrix
    .split('\n')
    .filter((line) => line.includes('/link,'))
    .map(
      (line) =>
        `${line.replace(/^[^,]*/, 'note that the file was lent').replace('/link,dispute.link,', '/lend-file,dispute.lend-file,')}\n`,
    )
    .join('');

const FOLDER: Readonly<Record<string, string>> = {
  'lend-file.ts': `import type { DisputeContext } from '../../context.js';
import type { DisputeState } from '../../dispute.js';
import type { DisputeEvent } from '../../events.js';
import { mustBeOpen, mustSay } from '../../rules.js';
import { disputeAct, WORDS } from '../dispute-act.js';

export interface LendFile {
  type: 'lend-file';
  to: string;
}

/** The paper file was lent to somebody. @throws Refusal where nothing is open */
export const lendFile = (act: LendFile, state: DisputeState, _context: DisputeContext): DisputeEvent[] => {
  mustBeOpen(state);
  mustSay(act.to, 'to whom it was lent');
  return [{ type: 'FileLent', data: { to: act.to } }];
};

export const lendFileAct = disputeAct({
  type: 'lend-file',
  decide: lendFile,
  route: 'lend-file',
  sample: (): LendFile => ({ type: 'lend-file', to: WORDS }),
  events: {
    FileLent: {
      version: 1,
      sentence: () => 'The paper file was lent.',
      inNoReadModel: 'it changes no figure and no list',
    },
  },
});
`,
  'lend-file.dto.ts': `import { ApiSchema } from '@nestjs/swagger';
import { Name } from '../../../platform/http/fields.js';

/** To whom the paper file was lent. */
@ApiSchema({ name: 'LendFile' })
export class LendFileDto {
  @Name()
  to: string;
}
`,
  'lend-file.route.ts': `import { Body, Param } from '@nestjs/common';
import { Permits } from '../../../access/permission.js';
import { Sent, type SentWith } from '../../../access/sent.js';
import { ReferencePipe } from '../../../platform/http/reference.js';
import type { WrittenDto } from '../../../platform/http/written.dto.js';
import { DisputeDesk } from '../../dispute-desk.js';
import { ActOn, DisputeRoute } from '../../dispute-route.js';
import { LendFileDto } from './lend-file.dto.js';

@DisputeRoute()
export class LendFileRoute {
  constructor(private readonly desk: DisputeDesk) {}

  @ActOn('lend-file', 'Note that the paper file was lent')
  @Permits('dispute.lend-file')
  lend(
    @Param('reference', ReferencePipe) reference: string,
    @Body() { to }: LendFileDto,
    @Sent() sent: SentWith,
  ): Promise<WrittenDto> {
    return this.desk.act(reference, { type: 'lend-file', to }, sent);
  }
}
`,
  'lend-file.form.ts': `import { line } from '../../../web/forms/form.js';
import { actForm } from '../../pages/act-form.js';

export const lendFileForm = actForm({
  group: 'child',
  link: 'Note that the file was lent',
  title: 'Note that the paper file was lent',
  fields: [line('to', 'To whom?', { missing: 'Enter to whom it was lent' })],
  button: 'Note it',
  done: 'Noted.',
  isSentAtOnce: true,
});
`,
  'lend-file.spec.ts': `import { describe, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';

describe('Lending the paper file', () => {
  it('says to whom', () => {
    given(...Controls.disputeRaised())
      .when({ type: 'lend-file', to: 'The archive' }, Controls.context(Controls.iro))
      .then({ type: 'FileLent', data: { to: 'The archive' } });
  });
});
`,
  'lend-file.examples.ts': `import fc from 'fast-check';
import { actExamples } from '../../../../test/support/act-examples.js';
import { text } from '../../../../test/support/arbitraries.js';
import type { LendFile } from './lend-file.js';

export const examples = actExamples<LendFile, 'FileLent'>({
  anyAct: fc.record({ type: fc.constant('lend-file'), to: text }),
  events: { FileLent: { to: 'The archive' } },
  sent: { by: 'Iris', body: { to: 'The archive' } },
});
`,
};

/** Adds the invented act to a copy of the project. @returns the files outside its folder that had to change */
export const addAnAct = (root: string): readonly string[] => {
  const folder = join(root, 'src/disputes/acts/lend-file');
  mkdirSync(join(folder, 'golden'), { recursive: true });
  for (const [file, text] of Object.entries(FOLDER)) writeFileSync(join(folder, file), text);
  const golden = readFileSync(join(root, 'src/disputes/acts/add-note/golden/NoteAdded.v1.json'), 'utf8');
  const { metadata } = JSON.parse(golden) as { metadata: object };
  writeFileSync(
    join(folder, 'golden/FileLent.v1.json'),
    JSON.stringify({ type: 'FileLent', data: { to: 'The archive' }, metadata }),
  );
  for (const { file, before, text } of EDITS) {
    const path = join(root, file);
    const content = readFileSync(path, 'utf8');
    if (!before.test(content)) throw new Error(`${file} has no place like ${String(before)} any more: mend this edit.`);
    writeFileSync(
      path,
      content.replace(before, (found) => text + found),
    );
  }
  const matrix = readFileSync(join(root, MATRIX), 'utf8');
  writeFileSync(join(root, MATRIX), matrix + linesOfTheMatrix(matrix));
  return [...new Set([...EDITS.map(({ file }) => file), MATRIX])];
};
