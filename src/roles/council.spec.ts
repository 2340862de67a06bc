import { describe, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import { type CouncilAct, councilDecider } from './council.js';
import type { Agreed, CouncilEvent, RoleTurnTaken } from './events.js';

const given = specify(councilDecider);

const set: CouncilAct = { type: 'set-first-administrator', person: 'adam', post: 'administrator' };
const first: CouncilEvent = { type: 'FirstAdministratorSet', data: { person: 'adam', post: 'administrator' } };
const open: Extract<CouncilAct, { type: 'open' }> = {
  type: 'open',
  by: 'mona',
  holds: ['iro-manager'],
  list: 'read',
  listNow: 'read',
  missing: [],
  turns: 0,
  isUnfinished: false,
};
const opened: CouncilEvent = { type: 'CouncilOpened', data: { by: 'mona', list: 'read' } };

describe('a council', () => {
  it('gets its first administrator once', () => {
    given().when(set, null).then(first);
    given(first).when(set, null).thenRefuses('first-administrator-set');
    given(first)
      .when({ ...set, person: 'eve' }, null)
      .thenRefuses('first-administrator-set');
  });

  it('is opened by its IRO manager, who has read who holds which post', () => {
    given(first).when(open, null).then(opened);
    given(first, opened).when(open, null).thenNothing();
  });

  it('is not opened by the person who set it up, nor by any other administrator', () => {
    given(first)
      .when({ ...open, by: 'adam' }, null)
      .thenRefuses('second-person-needed');
    given(first)
      .when({ ...open, by: 'eve', holds: ['iro-manager', 'administrator'] }, null)
      .thenRefuses('second-person-needed');
    given(first)
      .when({ ...open, by: 'dora', holds: ['director'] }, null)
      .thenRefuses('iro-manager-needed');
  });

  it('is not opened while something is missing, or by another list than there is now', () => {
    given().when(open, null).thenRefuses('no-first-administrator');
    given(first)
      .when({ ...open, missing: ['there is no team'] }, null)
      .thenRefuses('not-ready-to-open');
    given(first)
      .when({ ...open, listNow: 'changed' }, null)
      .thenRefuses('list-changed');
  });

  describe('turns of those who give roles', () => {
    const turn = (over: Partial<RoleTurnTaken> = {}): RoleTurnTaken => ({
      ...{ stream: 'post-p1', command: 'c1', person: 'olga', postKind: 'administrator', from: null },
      at: '2023-04-03T09:00:00.000Z',
      ...over,
    });
    const iro = turn({ stream: 'post-p2', command: 'c2', postKind: 'iro', at: '2023-04-03T09:00:01.000Z' });
    const taken = (data: RoleTurnTaken): CouncilEvent => ({ type: 'RoleTurnTaken', data });
    const taking = (of: RoleTurnTaken, agreed: Agreed['how'] = 'second-person', over: RoleTurnTaken[] = []) =>
      ({ type: 'take-turn', turn: of, agreed, over }) as const;

    it('refuse the second of two posts that nobody holds at the same time', () => {
      given(taken(turn())).when(taking(iro), null).thenRefuses('administrators-read-no-cases');
      given(taken(iro))
        .when(taking(turn({ at: iro.at })), null)
        .thenRefuses('administrators-read-no-cases');
    });

    it('let through what goes together, is another person’s, or was left since', () => {
      const others = [turn({ person: 'ona' }), turn({ postKind: 'performance-analyst' }), turn({ postKind: 'iro' })];
      for (const other of others) given(taken(other)).when(taking(iro), null).then(taken(iro));
      given(taken(turn()))
        .when(taking(iro, 'second-person', [turn()]), null)
        .then(taken(iro));
    });

    it('count for an hour where nothing came of them', () => {
      const late = turn({ ...iro, at: '2023-04-03T10:00:00.000Z' });
      given(taken(turn())).when(taking(late), null).then(taken(late));
    });

    it('are not given to one person alone once the council is open', () => {
      given(first, opened).when(taking(iro, 'set-up'), null).thenRefuses('council-opened');
      given(first, opened).when(taking(iro), null).then(taken(iro));
    });

    it('hold up the opening where the list that was read cannot have them', () => {
      given(first, taken(iro)).when(open, null).thenRefuses('list-changed');
      given(first, taken(iro))
        .when({ ...open, turns: 1 }, null)
        .then(opened);
      given(first)
        .when({ ...open, isUnfinished: true }, null)
        .thenRefuses('role-being-given');
    });
  });

  describe('files that are read into the directory', () => {
    const at = '2023-04-03T09:00:00.000Z';
    const iro = { stream: 'post-p2', command: 'c2', person: 'olga', postKind: 'iro', from: null } as const;
    const reading = { reading: 'r1', gives: [iro], at };
    const begin = { type: 'begin-reading', reading, isSetUp: false, turns: 0, over: [] } as const;
    const begun: CouncilEvent = { type: 'DirectoryReadingBegun', data: { ...reading, gives: [...reading.gives] } };
    const ended: CouncilEvent = { type: 'DirectoryReadingEnded', data: { reading: 'r1' } };
    const administrator: CouncilEvent = {
      type: 'RoleTurnTaken',
      data: { ...iro, stream: 'post-p1', command: 'c1', postKind: 'administrator', at },
    };
    const another = { ...begin, reading: { ...reading, reading: 'r2' }, turns: 1 };

    it('are read in one at a time, and one that was cut short is gone on with', () => {
      given().when(begin, null).then(begun);
      given(begun).when(another, null).thenRefuses('directory-being-read');
      given(begun).when(begin, null).thenNothing();
      given(begun, ended)
        .when(another, null)
        .then({ ...begun, data: { ...begun.data, reading: 'r2' } } as CouncilEvent);
      given(begun).when({ type: 'end-reading', reading: 'r1' }, null).then(ended);
      given(begun).when({ type: 'end-reading', reading: 'r2' }, null).thenNothing();
    });

    it('are compared again where anything was given since', () => {
      given(first, administrator)
        .when({ ...begin, reading: { ...reading, gives: [] } }, null)
        .thenRefuses('directory-changed');
      given(administrator)
        .when({ ...begin, turns: 1 }, null)
        .thenRefuses('administrators-read-no-cases');
      given(first, opened)
        .when({ ...begin, isSetUp: true }, null)
        .thenRefuses('council-opened');
    });

    it('are at odds with others who give a post at that moment, also when they are done', () => {
      const turn = { ...iro, stream: 'post-p1', command: 'c1', postKind: 'administrator', at } as const;
      const taking = { type: 'take-turn', turn, agreed: 'not-needed', over: [] } as const;
      given(begun).when(taking, null).thenRefuses('administrators-read-no-cases');
      given(begun, ended).when(taking, null).thenRefuses('administrators-read-no-cases');
    });
  });

  it('is called as somebody says, before and after it is opened, and is put right by another name', () => {
    const named = (name: string): CouncilEvent => ({ type: 'CouncilNamed', data: { name } });
    given(first).when({ type: 'name', name: ' Westshire Council ' }, null).then(named('Westshire Council'));
    given(first, named('Westshire'), opened)
      .when({ type: 'name', name: 'Westshire Council' }, null)
      .then(named('Westshire Council'));
    given(named('Westshire Council'))
      .when({ type: 'name', name: 'Westshire Council' }, null)
      .thenRefuses('council-name-unchanged');
    given().when({ type: 'name', name: '  ' }, null).thenRefuses('council-name-missing');
    given()
      .when({ type: 'name', name: 'W'.repeat(80) }, null)
      .then(named('W'.repeat(80)));
    given()
      .when({ type: 'name', name: 'W'.repeat(81) }, null)
      .thenRefuses('council-name-too-long');
  });
});
