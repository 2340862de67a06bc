import { describe, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import { type CouncilAct, councilDecider } from './council.js';
import type { CouncilEvent } from './events.js';

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

  it('is not opened by whoever set it up, nor by any other administrator', () => {
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
});
