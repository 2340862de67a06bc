import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { THE_OPERATOR } from '../../src/access/asker.js';
import { CountThemes } from '../../src/reports/themes/themes.query.js';
import type { ImportsDto } from '../../src/register/imports/imports.dto.js';
import { correct, correctingWith, listImports, takeOn, withdraw } from '../../src/cli/commands/register-actions.js';
import { disputeDecider } from '../../src/disputes/decide.js';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import type { Actor } from '../../src/platform/event-store/event-store.js';
import { derivedId } from '../../src/platform/ids.js';
import { register, row, SmallCouncil } from './small-council.js';

const ACTOR = { person: 'command-line', post: null, role: null };
const TEN = register(
  ...Array.from({ length: 10 }, (_, at) => row({ Ref: `A${at}`, Child: `100${at}`, IRO: `IRO ${at % 3}` })),
);

let council: SmallCouncil;
beforeEach(async () => {
  council = await SmallCouncil.make();
});
afterEach(() => council.remove());

const importIds = async (): Promise<string[]> => {
  await council.acting((open) => listImports(open, council.terminal(), { json: true }));
  return (JSON.parse(council.out) as ImportsDto).items.map(({ importId }) => importId);
};
const themesOf = (year: string) =>
  council.acting(({ queries }) => queries.execute(new CountThemes(THE_OPERATOR, { year, by: ['kind'] })));
const formal = async () =>
  (await themesOf('2022/23')).rows.find(({ dimensions }) => dimensions.kind === 'formal')?.count;

describe('an import', () => {
  it('keeps only the facts in the row, under a reference of its own', async () => {
    await council.import(register(row({ Answered: '', Response: '', Due: '', Concern: '' })));
    const imported = (await council.events()).find(({ type }) => type === 'DisputeImported')!;
    expect(imported.stream).toBe(`dispute-${imported.data.reference as string}`);
    expect(imported.data).toMatchObject({
      reference: expect.stringMatching(/^DRP-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      ownReference: 'A1',
      source: { file: 'disputes.csv', row: 2 },
      facts: { kind: 'formal', raisedOn: '2022-04-04', answeredOn: null, agreement: null, dueOn: null, concern: null },
    });
    expect(await council.typesOf('dispute')).toEqual(['DisputeImported']);
  });

  it('says which kinds and years it speaks for: proposed from its rows, or as a person says', async () => {
    await council.import(TEN);
    await council.import(register(row({ Ref: 'B1' })), { covers: ['formal:2021/22', 'informal:2022/23'] });
    const covers = (await council.events())
      .filter(({ type }) => type === 'ImportStarted')
      .map(({ data }) => data.covers);
    expect(covers).toEqual([
      [{ kind: 'formal', from: '2022-04-01', to: '2022-04-30' }],
      [
        { kind: 'formal', from: '2021-04-01', to: '2022-03-31' },
        { kind: 'informal', from: '2022-04-01', to: '2023-03-31' },
      ],
    ]);
    await expect(council.import(TEN, { covers: ['formal:2021'] })).rejects.toThrow(/--covers formal:2021: write/);
  });

  it.each([0, 1, 2, 7, 13, 19, 25, 28, 29])(
    'cut short after %i appends is finished by running it again',
    async (appends) => {
      const whole = await SmallCouncil.make();
      await whole.import(TEN);
      await expect(council.import(TEN, { appends })).rejects.toThrow('Switched off.');
      await council.import(TEN);
      const written = async (each: SmallCouncil) =>
        (await each.events()).map(({ stream, type, data }) => JSON.stringify([stream, type, data])).sort();
      expect(await written(council)).toEqual(await written(whole));
      expect(await formal()).toBe(10);
      await whole.remove();
    },
  );

  it('cut short says so wherever its rows are counted', async () => {
    await expect(council.import(TEN, { appends: 24 })).rejects.toThrow('Switched off.');
    const { notes } = await themesOf('2022/23');
    expect(notes.join(' ')).toMatch(/cut short|not finished|unfinished/i);
    await council.import(TEN);
    expect((await themesOf('2022/23')).notes.join(' ')).not.toMatch(/cut short|not finished|unfinished/i);
  });

  it('cut short is not finished by another one that holds its rows too', async () => {
    await expect(council.import(TEN, { appends: 24 })).rejects.toThrow('Switched off.');
    await expect(council.import(`${TEN}\n${row({ Ref: 'B1' })}`)).rejects.toThrow(/was cut short. Run it again/);
  });

  it('run again when finished adds nothing, also under another name of file', async () => {
    await council.import(TEN);
    const before = await council.events();
    expect(await council.import(TEN, { name: 'copy.csv' })).toContain('Nothing new');
    expect(await council.events()).toEqual(before);
  });

  it('of a file that has grown brings the new rows only', async () => {
    await council.import(TEN);
    expect(await council.import(`${TEN}\n${row({ Ref: 'B1' })}`)).toContain('1 row written');
    expect(await formal()).toBe(11);
  });

  it('never changes a row that is in the record already: it is one to refuse', async () => {
    await council.import(TEN);
    await expect(council.import(TEN.replace('No progress.', 'Something else.'))).rejects.toThrow('1 row is refused');
    expect(council.out).toMatch(/Already there: DRP-\S+ was imported under this reference with other facts/);
    expect(await formal()).toBe(10);
  });

  it('writes the refused rows to a file that can be mended and imported', async () => {
    const refused = council.path('refused.csv');
    await council.import(register(row(), row({ Ref: 'A2', Theme: 'Dirft', Concern: '=1+1' })), {
      refused,
      leaveOutRefused: true,
    });
    const mended = (await readFile(refused, 'utf8')).replace('Dirft', 'Drift');
    expect(mended).toContain(`"'=1+1"`);
    expect(await council.import(mended)).toContain('1 row written');
    const concerns = (await council.events()).map(
      ({ data }) => (data.facts as { concern?: string } | undefined)?.concern,
    );
    expect(concerns).toContain('=1+1');
  });
});

describe('an imported row', () => {
  it('is corrected as a recorded act with a reason, and its file still adds nothing', async () => {
    await council.import(TEN);
    const set = ['Theme=VISIT', 'Team=s', 'Date answered=13/04/2022'];
    const correction = correctingWith({ set, reason: 'Miscoded.' });
    await council.acting((open) => correct(open, ACTOR, council.terminal(), 'A3', correction));
    const event = (await council.events()).find(({ type }) => type === 'ImportedDisputeCorrected')!;
    expect(event.data).toMatchObject({
      reason: 'Miscoded.',
      facts: { theme: 'VISIT', answeredOn: '2022-04-13', kind: 'formal' },
    });
    expect(await council.import(TEN)).toContain('Nothing new');
  });

  it('is corrected once, however often the correction is sent', async () => {
    await council.import(TEN);
    const correction = correctingWith({ set: ['Team=s', 'IRO=B. Newcomer'], reason: 'Wrong.' });
    const send = () => council.acting((open) => correct(open, ACTOR, council.terminal(), 'A3', correction));
    await send();
    expect(council.out).toMatch(/^Corrected: DRP-/);
    const before = await council.events();
    await send();
    expect(council.out).toMatch(/^Already so: DRP-\S+ says this\. Nothing was recorded\.$/m);
    expect(await council.events()).toEqual(before);
  });

  it.each([
    ['Theme=NONE', /Theme: Unknown theme: expected/],
    ['Date answered=1/4/2022', /Date answered: Answered before it was raised/],
    ['Colour=red', /"Colour" is not a column that can be corrected; these can: Child,/],
    ['Reference=B9', /"Reference" is not a column that can be corrected/],
  ])('is not corrected to what no row may say: %s', async (set, message) => {
    await council.import(TEN);
    const correction = correctingWith({ set: [set], reason: 'Miscoded.' });
    await expect(council.acting((open) => correct(open, ACTOR, council.terminal(), 'A3', correction))).rejects.toThrow(
      message,
    );
  });

  it('without an end is taken on by its own reference, and then belongs to people', async () => {
    await council.import(register(row({ Outcome: 'Ongoing', Resolved: '' })));
    await council.acting((open) => takeOn(open, ACTOR, council.terminal(), ['A1']));
    expect(await council.typesOf('dispute')).toEqual([
      'DisputeImported',
      'ImportedDisputeTakenOn',
      'AnswerDeadlineSet',
      'TotalCapSet',
      'AnswerGiven',
    ]);
    const [importId] = await importIds();
    await expect(
      council.acting((open) => withdraw(open, ACTOR, council.terminal(), importId!, 'Wrong.')),
    ).rejects.toThrow(/1 of its disputes have been taken on/);
    expect(await council.typesOf('import')).toEqual(['ImportStarted', 'ImportFinished']);
  });
});

describe('a row that was taken on by mistake', () => {
  it('goes with its import again, once that was taken back', async () => {
    await council.import(register(row({ Outcome: 'Ongoing', Resolved: '' })));
    const [importId] = await importIds();
    const manager: Actor = { person: 'mona', post: 'mona-post', role: 'iro-manager' };
    await council.acting(async (open) => {
      const { stream } = (await open.store.readAll(undefined)).find(({ type }) => type === 'DisputeImported')!;
      const acts = [
        { type: 'take-on', addressee: { team: 'north', posts: [] } },
        { type: 'take-back-entry', entry: 1, reason: 'It was another row.' },
      ] as const;
      for (const act of acts) {
        const envelope = { commandId: derivedId('by mistake', act.type), actor: manager, occurredAt: open.now };
        const context = await open.contextFor(manager);
        await open.executor.execute(stream, disputeDecider, act as DisputeAct, context, envelope);
      }
    });
    expect(await council.typesOf('dispute')).toEqual(
      expect.arrayContaining(['ImportedDisputeTakenOn', 'EntryTakenBack']),
    );
    await council.acting((open) => withdraw(open, ACTOR, council.terminal(), importId!, 'The wrong file.'));
    expect(council.out).toBe(`Withdrawn: 1 row of import ${importId}.\n`);
  });
});

describe('a whole import', () => {
  it('is withdrawn with a reason, counted no more, and may be imported again', async () => {
    await council.import(TEN);
    const [importId] = await importIds();
    await council.acting((open) => withdraw(open, ACTOR, council.terminal(), importId!, 'The wrong file.'));
    expect(council.out).toBe(`Withdrawn: 10 rows of import ${importId}.\n`);
    expect((await council.typesOf('dispute')).filter((type) => type === 'ImportedDisputeWithdrawn')).toHaveLength(10);
    expect(await formal()).toBeNull();
    expect(await council.import(TEN)).toContain('10 rows written');
    expect(await formal()).toBe(10);
  });

  it.each([1, 4, 11])(
    'whose withdrawal was cut short after %i appends is withdrawn by asking again',
    async (appends) => {
      await council.import(TEN);
      const [importId] = await importIds();
      const asking = (limit?: number) =>
        council.acting((open) => withdraw(open, ACTOR, council.terminal(), importId!, 'The wrong file.'), limit);
      await expect(asking(appends)).rejects.toThrow('Switched off.');
      await expect(council.import(TEN)).rejects.toThrow(/withdrawal of import .* was cut short/);
      await asking();
      expect((await council.typesOf('dispute')).filter((type) => type === 'ImportedDisputeWithdrawn')).toHaveLength(10);
      expect(await council.typesOf('import')).toEqual([
        'ImportStarted',
        'ImportFinished',
        'ImportWithdrawalStarted',
        'ImportWithdrawn',
      ]);
    },
  );

  it('that there never was cannot be withdrawn', async () => {
    await expect(
      council.acting((open) => withdraw(open, ACTOR, council.terminal(), 'nothing', 'Wrong.')),
    ).rejects.toThrow(/There is no import of this number/);
  });
});
