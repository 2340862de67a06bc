import { OpensNothing } from '../../access/view-log/opens.js';
import { notFound } from '../../platform/http/problem.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import type { ImportDto, ImportsDto } from '../imports/imports.dto.js';
import { ListImports } from '../imports/imports.query.js';
import { pathOfImport } from '../imports/progress.js';
import { AuthorisedRegisters } from './authorised-registers.js';
import { WithdrawImportDto } from './withdraw.dto.js';
import { withdrawForm } from './withdraw-form.js';

/** A whole register is taken back by one act, with a reason. */
export const withdrawImportPage = formPageOf({
  path: 'imports/:id/withdraw',
  permits: 'import.write',
  opens: OpensNothing('Names of files, and counts of their rows.'),
  begins: async (asked) => {
    const { status } = await importAsked(asked);
    return status === 'withdrawn' ? notNow('/imports', 'This register is taken back already.') : {};
  },
  carrying: (asked) => ({
    pages: [withdrawForm],
    body: WithdrawImportDto,
    around: async () => ({
      ...{ choices: {}, back: '/imports' },
      ...{ caption: calledBy(await importAsked(asked)), isCaptionInTheirWords: true },
    }),
    carryOut: async (body, sent) => {
      const { importId } = await importAsked(asked);
      return asked.get(AuthorisedRegisters).withdraw(importId, (body as WithdrawImportDto).reason, sent);
    },
    follows: async () => [],
    leadsTo: async () => ((await isUnderWay(asked)) ? pathOfImport(asked.id) : '/imports'),
    said: async (_written, _sent, done) => ((await isUnderWay(asked)) ? 'The register is being taken back.' : done),
  }),
});

const importAsked = async ({ ask, id }: AskedForForm): Promise<ImportDto> => {
  const { items }: ImportsDto = await ask(new ListImports());
  const found = items.find(({ importId }) => importId === id);
  if (found === undefined) throw notFound();
  return found;
};

/** Of a long register the rows are taken back one after another, and its page says how far that is. */
const isUnderWay = async (asked: AskedForForm): Promise<boolean> => (await importAsked(asked)).status === 'withdrawing';

const calledBy = ({ files }: ImportDto): string => files.map(({ name }) => name).join(', ');
