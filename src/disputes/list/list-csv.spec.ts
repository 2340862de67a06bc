import { describe, expect, it } from '@jest/globals';
import type { QueryBus } from '@nestjs/cqrs';
import { THE_OPERATOR } from '../../access/asker.js';
import { type CouncilSays, SAYS_NOTHING, type WordsNow } from '../../protocol/words-now.js';
import { ListDisputesAsCsv, ListDisputesAsCsvHandler } from './list-csv.query.js';
import type { DisputeListedDto, DisputesPageDto } from './list.dto.js';
import type { ListDisputes } from './list.query.js';

const row = (over: Partial<DisputeListedDto>): DisputeListedDto => ({
  ...{ reference: 'DRP-0000-0000', ownReference: null, kind: 'formal', status: 'open', raisedOn: '2023-04-03' },
  ...{ quarter: '2023/24 Q1', team: { id: 'north', name: 'North' }, childCount: 1, raisedBy: null, enteredBy: null },
  ...{
    heldBy: null,
    theme: 'DD-PERM',
    themeGroup: 'DD',
    ladder: 'main',
    level: null,
    stage: 1,
    currentStage: 1,
    stageName: 'Team manager',
    awaiting: 'answer',
  },
  ...{ addressedTo: [], addressedTeam: null, alsoAddressed: [], firstDueOn: null, dueOn: null, dueIsCertain: true },
  ...{ overdue: false, outcome: null, endedOn: null, actionsOutstanding: 0, urgent: false, restricted: false },
  ...{ imported: false, takenOn: true, revision: 1, children: [{ id: '1004512', initials: 'QX' }] },
  ...over,
});

/** A list of as many pages as it is given. */
const over = (...pages: DisputeListedDto[][]): ListDisputesAsCsvHandler => overUnder(SAYS_NOTHING, ...pages);

const overUnder = (saying: CouncilSays, ...pages: DisputeListedDto[][]): ListDisputesAsCsvHandler => {
  const execute = async ({ query }: ListDisputes): Promise<DisputesPageDto> => {
    const at = Number(query.cursor ?? 0);
    return { items: pages[at]!, next: at + 1 < pages.length ? String(at + 1) : null };
  };
  const says = { now: async () => saying } as WordsNow;
  return new ListDisputesAsCsvHandler({ execute } as unknown as QueryBus, says);
};

describe('The list of disputes as CSV', () => {
  it('holds the rows of every page, each once', async () => {
    const handler = over([row({ reference: 'A' })], [row({ reference: 'B' })], [row({ reference: 'C' })]);
    const text = await handler.execute(new ListDisputesAsCsv({}, THE_OPERATOR));
    expect(
      text
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['"A"', '"B"', '"C"']);
  });

  it('has no text that a spreadsheet runs as a formula', async () => {
    const deceiving = row({ ownReference: '=HYPERLINK("x")', team: { id: 'n', name: '+1' } });
    const text = await over([deceiving]).execute(new ListDisputesAsCsv({}, THE_OPERATOR));
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain(`"'+1"`);
  });

  it('names no child unless initials are asked for, and never a record number', async () => {
    expect(await over([row({})]).execute(new ListDisputesAsCsv({}, THE_OPERATOR))).not.toMatch(/QX|1004512/);
    const told = await over([row({})]).execute(new ListDisputesAsCsv({ initials: 'true' }, THE_OPERATOR));
    expect(told).toContain('"QX"');
    expect(told).not.toContain('1004512');
  });

  it('says of a closing day without an outcome that nobody recorded how it ended', async () => {
    const closed = row({ status: 'ended-otherwise', outcome: null, endedOn: '2023-05-02' });
    const text = await over([closed]).execute(new ListDisputesAsCsv({}, THE_OPERATOR));
    expect(text).toContain('"closed, outcome not recorded"');
  });

  it('has a column for the ladder only where there are several, and for the level only where there are levels', async () => {
    const heads = (text: string): string[] => text.split('\r\n')[0]!.replaceAll('"', '').split(',');
    const plain = await over([row({})]).execute(new ListDisputesAsCsv({}, THE_OPERATOR));
    expect(heads(plain)).not.toEqual(expect.arrayContaining(['Ladder']));
    expect(heads(plain)).not.toEqual(expect.arrayContaining(['Level']));
    const says: CouncilSays = {
      ...SAYS_NOTHING,
      ladders: [{ code: 'conferences', name: 'Child protection conferences' }],
      levels: [{ code: 'red', name: 'Today' }],
    };
    const rows = [row({ ladder: 'conferences', level: 'red' }), row({}), row({ ladder: 'earlier', level: 'blue' })];
    const text = await overUnder(says, rows).execute(new ListDisputesAsCsv({}, THE_OPERATOR));
    const at = heads(text).indexOf('Ladder');
    expect(heads(text).slice(at, at + 3)).toEqual(['Ladder', 'Level', 'Highest stage reached']);
    const cells = text.split('\r\n').map((line) =>
      line
        .replaceAll('"', '')
        .split(',')
        .slice(at, at + 2),
    );
    expect(cells.slice(1, 4)).toEqual([
      ['Child protection conferences', 'Today'],
      ['Main', ''],
      ['earlier', 'blue'],
    ]);
  });

  it('keeps both columns for what an earlier protocol had', async () => {
    const text = await over([row({ ladder: 'earlier', level: 'blue' })]).execute(
      new ListDisputesAsCsv({}, THE_OPERATOR),
    );
    expect(text).toContain('"Ladder","Level"');
  });
});
