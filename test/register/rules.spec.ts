import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shown } from '../../src/register/reading/shown.js';
import { MAPPING, register, row, SmallCouncil } from './small-council.js';

let council: SmallCouncil;
beforeAll(async () => {
  council = await SmallCouncil.make();
});
afterAll(() => council.remove());

describe('a row of a register', () => {
  it('is accepted as it is', async () => {
    expect(await council.check(register(row()))).toMatchObject({ rows: 1, accepted: 1, duplicates: [], refused: [] });
  });

  it.each([
    ['no reference', { Ref: '' }, 'Ref', /^No reference: expected/],
    ['no date', { Raised: '' }, 'Raised', /^No date/],
    [
      'an impossible date',
      { Raised: '31/02/2022' },
      'Raised',
      /^Impossible date: .* Expected day before month, such as/,
    ],
    ['a date that is none', { Raised: 'last week' }, 'Raised', /^Not a date: expected day before month/],
    [
      'a time beside its date',
      { Raised: '04/04/2022 14:30' },
      'Raised',
      /^A date with a time: expected a date alone, or "times: left out" in the mapping\./,
    ],
    ['a date to come', { Raised: '02/06/2022' }, 'Raised', /^Impossible date: it must not be after today, 2022-06-01/],
    ['a date from long ago', { Raised: '01/01/1900' }, 'Raised', /^Impossible date: it must not be before 1991-10-14/],
    ['no team', { Team: '' }, 'Team', /^No team/],
    [
      'an unknown team',
      { Team: 'Fostering??' },
      'Team',
      /^Unknown team: expected a team of the directory \(North, South\)/,
    ],
    ['no theme', { Theme: '' }, 'Theme', /^No theme/],
    [
      'an unknown theme',
      { Theme: 'Dirft' },
      'Theme',
      /^Unknown theme: expected one of the mapping's words \(Drift, Visits\)/,
    ],
    ['no kind', { Type: '' }, 'Type', /^No kind/],
    ['an unknown kind', { Type: 'Quick' }, 'Type', /^Unknown kind: expected .*Informal, Formal/],
    ['no child', { Child: ' ' }, 'Child', /^No child: expected/],
    ['a name where a record number belongs', { Child: 'Jo Smith' }, 'Child', /^Not a record number: expected/],
    ['initials where a record number belongs', { Child: 'AB' }, 'Child', /^Not a record number: .* Initials/],
    ['an unknown child', { Child: 'Unknown' }, 'Child', /^Not a record number/],
    ['a child to be confirmed', { Child: '1001; TBC' }, 'Child', /^Not a record number/],
    ['no child that applies', { Child: 'N/A' }, 'Child', /^Not a record number/],
    ['a reference to come', { Ref: 'TBC' }, 'Ref', /^No reference/],
    ['a reference that is a text', { Ref: 'A1 '.repeat(80) }, 'Ref', /^Too long for a reference/],
    [
      'an answer before it was raised',
      { Answered: '01/04/2022' },
      'Answered',
      /^Answered before it was raised: expected 2022-04-04/,
    ],
    ['an answer to come', { Answered: '01/07/2022' }, 'Answered', /^Impossible date: it must not be after today/],
    ['a due date before it was raised', { Due: '01/04/2022' }, 'Due', /^Due before it was raised/],
    ['an end before it was raised', { Resolved: '01/04/2022' }, 'Resolved', /^Resolved before it was raised/],
    ['an unknown answer', { Response: 'Hm' }, 'Response', /^Unknown answer: expected .*Agreed, Not agreed/],
    ['an unknown outcome', { Outcome: 'Hm' }, 'Outcome', /^Unknown outcome: expected .*Resolved, Ongoing/],
    [
      'an end and no end',
      { Outcome: 'Ongoing' },
      'Resolved',
      /^Contradiction: .* Expected no date, or another outcome/,
    ],
    ['a stage the mapping does not know', { Stage: 'Top' }, 'Stage', /^Unknown stage: expected/],
    [
      'a stage the protocol does not have',
      { Stage: 'Stage 3' },
      'Stage',
      /^Not a stage of the council's protocol: expected stage 1, 2/,
    ],
    [
      'a stage of an informal dispute',
      { Type: 'Informal', Stage: 'Stage 1' },
      'Stage',
      /^An informal dispute has no stage: expected/,
    ],
    ['unreadable characters', { Concern: 'a\u0000b' }, 'Concern', /^Unreadable characters: expected/],
    [
      'a text no spreadsheet could hold',
      { Concern: 'x'.repeat(32_768) },
      'Concern',
      /^Too long: expected at most 32767/,
    ],
  ])('is refused with %s, under its column', async (_, changes, column, reason) => {
    const { accepted, refused } = await council.check(register(row(changes)));
    expect(accepted).toBe(0);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      row: 2,
      column,
      found:
        Object.values(changes).at(-1) === 'Ongoing'
          ? '12/04/2022'
          : shown(changes[column as keyof typeof changes] ?? ''),
    });
    expect(refused[0]!.reason).toMatch(reason);
  });

  it('names everything that is wrong with it at once', async () => {
    const { refused } = await council.check(register(row({ Team: '?', Theme: '?' })));
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatch(/^Unknown team.* Also Theme: Unknown theme/);
  });

  it.each([
    ['spellings the directory knows', { Team: 'n' }],
    ['spellings the mapping knows', { Team: 'NORD' }],
    ['no end', { Outcome: '', Resolved: '' }],
    ['a word for no end', { Outcome: 'Ongoing', Resolved: '' }],
    ['no answer', { Answered: '', Response: '', Due: '' }],
    ['several children', { Child: '1001; 1002' }],
    ['an informal kind and no stage', { Type: 'informal', Stage: '' }],
    ['no IRO', { IRO: '' }],
  ])('is accepted with %s', async (_, changes) => {
    expect(await council.check(register(row(changes)))).toMatchObject({ accepted: 1, refused: [] });
  });
});

describe('a mapping', () => {
  it('that names a team which does not exist is told so before the rows', async () => {
    const council = await SmallCouncil.make();
    await council.file('mapping.yaml', MAPPING.replace('Nord: North', 'Nord: North, Sud: Suoth'));
    await council.check(register(row({ Team: 'Sud' })));
    expect(council.said).toContain(
      'the mapping says under teams that "Sud" is "Suoth", a team that the directory does not have.',
    );
    expect(council.said).not.toContain('Nord');
    await council.remove();
  });
});

describe('rows beside one another', () => {
  it('are one where they say the same, however they spell it', async () => {
    const other = row({ Raised: '4 April 2022', Team: 'n', Type: 'FORMAL', Due: '2022-04-20' });
    expect(await council.check(register(row(), other))).toMatchObject({
      rows: 2,
      accepted: 1,
      duplicates: [{ row: 3, reference: 'A1' }],
      refused: [],
    });
  });

  it('cannot use a reference twice for different things', async () => {
    const { accepted, refused } = await council.check(register(row(), row({ Theme: 'Visits' })));
    expect(accepted).toBe(1);
    expect(refused[0]).toMatchObject({ row: 3, reference: 'A1', column: 'Ref', found: 'A1' });
    expect(refused[0]!.reason).toMatch(
      /^Used twice: row 2 of disputes\.csv has this reference with other facts\. Expected/,
    );
  });

  it('may use the same reference for a dispute and an acknowledgement', async () => {
    await council.check(register(row()));
    const praise =
      'Ref,Given,Child,IRO,Team,Practice,What was good\nA1,04/04/2022,1001,A. Hartley,North,Direct work,Well done.';
    expect(await council.check(praise, 'praise.csv')).toMatchObject({ accepted: 1, refused: [] });
  });
});

describe('a file', () => {
  it('whose headings are not those of the mapping is refused with the nearest layout and what it lacks', async () => {
    await expect(council.check(register(row()).replace('Theme', 'Topic'))).rejects.toThrow(
      /disputes\.csv has none of the mapping's layouts: the nearest, of disputes, lacks "Theme"/,
    );
  });

  it('with a column that the mapping does not speak of is read, and says so', async () => {
    const wider = register(row())
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? 'Notes' : 'x'}`)
      .join('\n');
    expect(await council.check(wider)).toMatchObject({ accepted: 1 });
    expect(council.said).toContain('the mapping does not speak of "Notes"; not read.');
  });
});
