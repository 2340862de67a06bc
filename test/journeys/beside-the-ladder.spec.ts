import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AcknowledgementDto } from '../../src/acknowledgements/read/read.dto.js';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { DisputeDto } from '../../src/disputes/read/dispute.dto.js';
import { CommandBus } from '@nestjs/cqrs';
import { referenceFor } from '../../src/platform/ids.js';
import { aConcern, anAnswer, Council, type Written } from './council.js';
import { importedRow } from './imported-row.js';

let council: Council;
beforeAll(async () => {
  council = await Council.begin();
});
afterAll(() => council.end());

const dispute = async (reference: string, person = 'Iris') =>
  (await council.get<DisputeDto>(person, `/disputes/${reference}`)).body;

describe('an informal dispute continued as a formal one', () => {
  it('is two records, linked, and both are counted', async () => {
    const informal = await council.done('Iris', '/disputes', aConcern({ kind: 'informal' }));
    const body = { reason: 'Nothing has come of it.' };
    const key = { 'idempotency-key': 'formalise-1' };
    const formal = await council.done('Iris', `/disputes/${informal.reference}/formalise`, body, key);

    expect(await dispute(informal.reference)).toMatchObject({ status: 'ended', ending: { how: 'formalised' } });
    expect(await dispute(formal.reference)).toMatchObject({
      kind: 'formal',
      status: 'open',
      links: [{ kind: 'formalises', to: informal.reference }],
      raisedWith: { concern: expect.stringContaining('permanence') },
    });
    const again = await council.post<Written>('Iris', `/disputes/${informal.reference}/formalise`, body, key);
    expect(again.body).toMatchObject({ reference: formal.reference, repeated: true });

    const { body: figures } = await council.get<{ rows: { dimensions: { kind: string }; count: number }[] }>(
      'Mona',
      '/themes?year=2023-24&by=kind',
    );
    expect(figures.rows.filter(({ count }) => count === 1).map(({ dimensions }) => dimensions.kind)).toEqual([
      'informal',
      'formal',
    ]);
  });

  it('cut short after the formal one was raised, is finished by sending the same again', async () => {
    const informal = await council.done('Iris', '/disputes', aConcern({ kind: 'informal', theme: 'EDUC' }));
    const url = `/disputes/${informal.reference}/formalise`;
    const body = { reason: 'The school place is still missing.' };
    const key = { 'idempotency-key': 'formalise-2' };

    const buses = council.instances.map((app) => app.get(CommandBus));
    const whole = buses.map((bus) => bus.execute.bind(bus));
    const formalReference = referenceFor('DRP', `formalise ${informal.reference}`);
    for (const [index, bus] of buses.entries()) {
      bus.execute = ((command: ActOnDispute) =>
        command.act.type === 'formalise'
          ? Promise.reject(new Error('cut short'))
          : whole[index]!(command)) as typeof bus.execute;
    }
    expect((await council.post('Iris', url, body, key)).status).toBe(500);
    for (const [index, bus] of buses.entries()) bus.execute = whole[index]!;
    expect(await dispute(formalReference)).toMatchObject({ status: 'open' });
    expect(await dispute(informal.reference)).toMatchObject({ status: 'open' });

    const finished = await council.post<Written>('Iris', url, body, key);
    expect(finished).toMatchObject({ status: 200, body: { reference: formalReference } });
    expect(await dispute(informal.reference)).toMatchObject({ status: 'ended', ending: { how: 'formalised' } });
  });

  it('refused at the end writes no formal one either', async () => {
    const formal = await council.done('Iris', '/disputes', aConcern({ theme: 'HEALTH' }));
    const before = await council.events();
    const answer = await council.post('Iris', `/disputes/${formal.reference}/formalise`, { reason: 'x' });
    expect(answer).toMatchObject({ status: 409, body: { code: 'formal-already' } });
    expect(await council.events()).toBe(before);
  });
});

describe('a conversation', () => {
  it('stands alone until a dispute is raised from it, under the same reference', async () => {
    const spoke = { spokeTo: 'Tom', spokeOn: '2023-04-03', result: 'He will look into it.' };
    const { reference } = await council.done('Iris', '/conversations', { ...spoke, children: ['C2'] });
    expect(await dispute(reference)).toMatchObject({ kind: 'conversation', status: 'discussed' });
    await council.done('Iris', `/disputes/${reference}/record-conversation`, spoke);

    const concern = aConcern({ kind: 'informal', children: ['C2'], conversation: reference, spokeFirst: undefined });
    const raised = await council.done('Iris', '/disputes', concern);
    expect(raised.reference).toBe(reference);
    expect(await dispute(reference)).toMatchObject({ kind: 'informal', status: 'open' });
  });
});

describe('everything else that can happen on the way', () => {
  it('each act has its route and leaves its mark', async () => {
    const { reference } = await council.done('Iris', '/disputes', aConcern({ theme: 'PLACE' }));
    const act = (person: string, name: string, body: object) =>
      council.done(person, `/disputes/${reference}/${name}`, body);
    await act('Iris', 'chase', { how: 'By telephone.' });
    await act('Tom', 'ask-for-extension', { askedFor: '2023-04-18', reason: 'Panel sits on the 17th.' });
    await act('Iris', 'grant-extension', { reason: 'One more week is right for her.' });
    const { firstDueOn, dueOn } = (await dispute(reference)).rounds[0]!.deadline!;
    expect(dueOn).toBe('2023-04-18');
    expect(firstDueOn! < dueOn!).toBe(true);

    await act('Iris', 'record-child-view', { view: 'I want to stay here.', told: true, advocateOffered: true });
    await act('Iris', 'correct-theme', { theme: 'DD-MATCH', reason: 'It is about matching.' });
    await act('Iris', 'link', { kind: 'complaint', to: 'COM-2023-17' });
    await act('Walter', 'add-note', { text: 'x' }).catch((error: Error) => expect(error.message).toContain('404'));
    await act('Iris', 'refer-to-cafcass', {
      grounds: 'Regulation 45: no review decision carried out.',
      legalAdviceTaken: true,
      told: ['child', 'iro-manager'],
      sentOn: '2023-04-03',
    });
    await act('Iris', 'record-cafcass-reply', { repliedOn: '2023-04-03', reply: 'advises', summary: 'Keep us told.' });
    await act('Tom', 'answer', anAnswer());
    await act('Iris', 'record-iro-view', { view: 'not', reason: 'There is no date.' });
    await act('Mona', 'hand-over', { toIro: 'ivan', reason: 'She is on leave.' });
    await act('Ivan', 'note-filing', { child: 'C1', where: 'The child’s file, section 4', filedOn: '2023-04-03' });
    await act('Ivan', 'withdraw', { reason: 'The facts were wrong.' });

    expect(await dispute(reference, 'Ivan')).toMatchObject({
      status: 'ended',
      ending: { how: 'withdrawn', outcome: 'WDRAWN' },
      heldBy: { id: 'ivan' },
      raisedBy: { id: 'iris' },
      theme: { code: 'DD-MATCH', group: 'DD' },
      cafcass: [{ sentOn: '2023-04-03', reply: 'advises' }],
      links: [{ kind: 'complaint', to: 'COM-2023-17' }],
      iroView: 'not',
    });
    expect((await dispute(reference, 'Ivan')).allowedActs).not.toContain('reopen');

    const asManager = await council.get('Tom', `/disputes/${reference}/events`);
    expect(asManager.text).not.toContain('Keep us told');
    expect((await council.get('Iris', `/disputes/${reference}/events`)).text).toContain('Keep us told');

    const history = await council.get<{ items: { what: string }[] }>('Iris', '/children/C1/history?limit=200');
    expect(history.body.items.map(({ what }) => what)).toContain('referred-to-cafcass');
  });

  it('one raised twice is voided as a duplicate of the other', async () => {
    const first = await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT' }));
    const second = await council.done('Iris', '/disputes', aConcern({ theme: 'VISIT' }));
    await council.done('Iris', `/disputes/${second.reference}/void`, {
      because: 'duplicate',
      duplicateOf: first.reference.toLowerCase(),
      reason: 'Sent twice.',
    });
    expect(await dispute(second.reference)).toMatchObject({ ending: { how: 'voided', outcome: 'VOID' } });
  });
});

describe('an acknowledgement', () => {
  it('is given, thanked, corrected and withdrawn; every version stays readable', async () => {
    const given = await council.done('Iris', '/acknowledgements', {
      children: ['C1'],
      people: [{ person: 'walter' }, { name: 'Nurse Joy', agency: 'NHS' }],
      theme: 'PA-DIRECT',
      whatTheyDid: 'He drew her life story with her, week after week.',
    });
    expect(given.reference).toMatch(/^PA-/);
    expect(given.advice.map(({ code }) => code)).toEqual(['no-difference-for-child']);
    const url = `/acknowledgements/${given.reference}`;
    const read = async (person: string) => council.get<AcknowledgementDto>(person, url);

    expect((await read('Walter')).body).toMatchObject({ status: 'given', team: { id: 'north' }, giverRole: 'iro' });
    expect((await read('Ivan')).status).toBe(404);
    await council.done('Walter', `${url}/thank`, { text: 'Thank you. She did most of it.' });
    await council.done('Iris', `${url}/correct`, {
      children: ['C1'],
      people: [{ person: 'walter' }],
      theme: 'PA-LIFE',
      whatTheyDid: 'He drew her life story with her, week after week.',
      differenceForChild: 'She knows where she comes from.',
      reason: 'The theme was wrong.',
    });
    expect((await read('Iris')).body).toMatchObject({
      version: 2,
      theme: 'PA-LIFE',
      thanks: ['Thank you. She did most of it.'],
    });
    await council.done('Walter', `${url}/take-thanks-back`, { reason: 'It was meant for another one.' });
    expect((await read('Iris')).body).toMatchObject({
      thanks: [],
      thanksTakenBack: [{ text: 'Thank you. She did most of it.', because: 'It was meant for another one.' }],
    });
    expect((await council.post('Tom', `${url}/correct`, { ...aThanks, reason: 'x' })).status).toBe(403);

    const listed = await council.get<{ items: object[] }>('Tom', '/acknowledgements?theme=PA-LIFE');
    expect(listed.body.items).toHaveLength(1);
    const deidentified = await council.get('Percy', '/acknowledgements');
    expect(deidentified.text).not.toMatch(/"C1"|iris|life story with/);
    await council.done('Iris', `${url}/withdraw`, { reason: 'Wrong child.' });
    expect((await read('Iris')).body).toMatchObject({ status: 'withdrawn' });
  });
});

const aThanks = { children: ['C1'], wholeTeam: true, theme: 'PA-OTHER', whatTheyDid: 'Well done.' };

describe('an imported dispute that is still open', () => {
  const imported = (): Promise<string> => importedRow(council, { raisedOn: '2023-03-01', concern: null });

  it('waits for nobody until a person takes it on, one by one or many at once', async () => {
    const [first, second] = [await imported(), await imported()];
    await council.caughtUp();
    expect(await dispute(first)).toMatchObject({ status: 'imported', waitingFor: null, ownReference: 'I22/1' });
    expect((await dispute(first)).allowedActs).toEqual(['add-note', 'move-to-child', 'restrict', 'take-on']);

    await council.done('Iris', `/disputes/${first}/take-on`, {});
    expect(await dispute(first)).toMatchObject({ status: 'open', waitingFor: { what: 'answer' } });

    const many = await council.post<{ takenOn: Written[]; refused: { reference: string; code: string }[] }>(
      'Iris',
      '/disputes/take-on',
      { references: [first, second] },
    );
    expect(many.body.takenOn.map(({ reference }) => reference)).toEqual([second]);
    expect(many.body.refused).toEqual([{ reference: first, code: 'not-imported', detail: expect.any(String) }]);
  });

  it('can be restricted before that: then it answers 404 to everybody else, is in no list, and the analyst’s counts stay', async () => {
    const reference = await imported();
    await council.caughtUp();
    const counts = async () => (await council.get<{ rows: object[] }>('Percy', '/themes?year=2022-23')).body.rows;
    const before = await counts();
    const path = `/disputes/${reference}/restrict`;
    // Nobody holds the row before it is taken on: the IRO in it was found by a name. So the list alone says who reads it.
    const readers = { readers: ['quentin', 'iris'], reason: 'The child is a colleague’s.' };
    expect((await council.post('Tom', path, readers)).status).toBe(403);
    await council.done('Iris', path, readers);
    const lists = [
      '/disputes',
      '/work',
      '/escalations',
      '/themes/cases?year=2022-23',
      '/children/C1/history',
      '/imports',
    ];
    for (const person of ['Mona', 'Tom', 'Beth', 'Ines', 'Anton']) {
      expect((await council.get(person, `/disputes/${reference}`)).status).toBe(404);
      for (const list of lists) expect((await council.get(person, list)).text).not.toContain(reference);
    }
    for (const person of ['Iris', 'Quentin']) {
      expect((await council.get(person, `/disputes/${reference}`)).status).toBe(200);
      expect((await council.get(person, '/disputes')).text).toContain(reference);
    }
    expect((await council.get('Iris', '/work')).text).toContain(reference);
    expect(await counts()).toEqual(before);

    const nobody = await council.post('Iris', `/disputes/${reference}/take-on`, {});
    expect(nobody).toMatchObject({ status: 409, body: { code: 'nobody-on-the-list-answers' } });
    await council.done('Iris', path, { ...readers, readers: ['quentin', 'iris', 'tom'] });
    await council.done('Iris', `/disputes/${reference}/take-on`, {});
    expect((await council.get('Mona', `/disputes/${reference}`)).status).toBe(404);
  });
});
