import { OpensNothing } from '../../access/view-log/opens.js';
import { readReference } from '../../platform/ids.js';
import { hasChangedNothing } from '../../platform/http/written.dto.js';
import { formPageOf } from '../../web/forms/form-page.js';
import { AuthorisedRegisters } from '../bringing-in/authorised-registers.js';
import { CorrectRowDto } from './correct-row.dto.js';
import { correctRowForm } from './correct-row.form.js';
import { CorrectRowRoute } from './correct-row.route.js';

/** The page of a row leads here with its reference. Without one the form asks for it. */
const rowIn = (query: unknown): string => {
  const { row } = (query ?? {}) as { row?: unknown };
  return typeof row === 'string' ? (readReference(row) ?? row) : '';
};

/** A mistake in a row of a register that nobody has taken on, ended or not, is put right with a reason. */
export const correctRowPage = formPageOf({
  path: 'imports/correct-row',
  permits: 'import.write',
  opens: OpensNothing('A form in which nothing is written yet.'),
  begins: async ({ asker, request, get }) => {
    const row = rowIn(request.query);
    if (row !== '') await get(AuthorisedRegisters).mustBeThere(row, asker);
    return { row, _rows: { cells: '1' } };
  },
  carrying: ({ get }) => ({
    pages: [correctRowForm],
    body: CorrectRowDto,
    around: async () => ({ choices: {}, back: '/imports' }),
    carryOut: (body, sent) => get(CorrectRowRoute).correct(body as CorrectRowDto, sent),
    follows: async () => [],
    leadsTo: () => '/imports',
    said: (written, _sent, done) =>
      hasChangedNothing(written)
        ? `${written.reference} says this already. Nothing was recorded.`
        : `${written.reference}: ${done.toLowerCase()}`,
  }),
});
