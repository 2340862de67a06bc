import { describe, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import { NOT_NEEDED } from '../roles/agreed.js';
import type { TeamAct } from './acts.js';
import type { TeamEvent, TeamRegistered } from './events.js';
import { teamDecider } from './team.js';

const given = specify(teamDecider);

const throughCare: TeamRegistered = {
  teamId: 'tc1',
  code: 'TC1',
  name: 'Through Care 1',
  alsoWrittenAs: ['Through-Care 1'],
  service: null,
  from: null,
  to: null,
  succeeds: [],
};
const registered: TeamEvent = { type: 'TeamRegistered', data: throughCare };
const register: TeamAct = { type: 'register', ...throughCare };

describe('a team', () => {
  it('is registered, and without dates exists throughout', () => {
    given().when(register, null).then(registered);
  });

  it('is registered once: the same facts again say nothing new', () => {
    given(registered).when(register, null).thenNothing();
  });

  it('is not registered again with other facts', () => {
    given(registered)
      .when({ ...register, name: 'Leaving Care' }, null)
      .thenRefuses('registered-already');
  });

  it('needs a name', () => {
    given()
      .when({ ...register, name: ' ' }, null)
      .thenRefuses('name-missing');
  });

  it('cannot begin on a day that does not exist', () => {
    given()
      .when({ ...register, from: '2022-02-30' }, null)
      .thenRefuses('not-a-date');
  });

  it('cannot end before it begins', () => {
    given()
      .when({ ...register, from: '2022-04-01', to: '2022-03-31' }, null)
      .thenRefuses('ends-before-it-begins');
  });

  it('must be there before anything happens to it', () => {
    given().when({ type: 'rename', name: 'Leaving Care', from: '2022-04-01' }, null).thenRefuses('not-registered');
  });
});

describe('a renamed team', () => {
  const renamed: TeamEvent = { type: 'TeamRenamed', data: { name: 'Leaving Care', from: '2022-04-01' } };

  it('stays the same team under a new name from a day on', () => {
    given(registered).when({ type: 'rename', name: 'Leaving Care', from: '2022-04-01' }, null).then(renamed);
  });

  it('is not renamed to the name that it has', () => {
    given(registered, renamed).when({ type: 'rename', name: 'Leaving Care', from: '2022-06-01' }, null).thenNothing();
  });

  it('gets another name from the same day, where the one of that day was a mistake', () => {
    const right: TeamEvent = { type: 'TeamRenamed', data: { name: 'Moving On', from: '2022-04-01' } };
    given(registered, renamed).when({ type: 'rename', name: 'Moving On', from: '2022-04-01' }, null).then(right);
    given(registered, renamed, right)
      .when({ type: 'rename', name: 'Leaving Care', from: '2022-04-01' }, null)
      .then(renamed);
  });

  it('is not renamed twice by the same news, even after a later name', () => {
    given(registered, renamed, { type: 'TeamRenamed', data: { name: 'Moving On', from: '2023-04-01' } })
      .when({ type: 'rename', name: 'Leaving Care', from: '2022-04-01' }, null)
      .thenNothing();
  });

  it('cannot have a new name from before the latest one', () => {
    given(registered, renamed)
      .when({ type: 'rename', name: 'Moving On', from: '2022-03-01' }, null)
      .thenRefuses('renamed-since');
  });
});

describe('other spellings', () => {
  it('are added where they are new, whatever the capitals, spaces and hyphens', () => {
    given(registered)
      .when({ type: 'add-spellings', alsoWrittenAs: ['through care 1 ', 'THROUGH-CARE 1', 'TC 1', 'tc-1'] }, null)
      .then({ type: 'TeamSpellingsAdded', data: { alsoWrittenAs: ['TC 1'] } });
  });

  it('that are known already say nothing new', () => {
    given(registered)
      .when({ type: 'add-spellings', alsoWrittenAs: ['Through-Care  1'] }, null)
      .thenNothing();
  });
});

describe('the service of a team', () => {
  it('may change from a day on', () => {
    given(registered)
      .when({ type: 'move-to-service', service: 'Corporate Parenting', from: '2022-04-01', agreed: NOT_NEEDED }, null)
      .then({
        type: 'TeamMovedToService',
        data: { service: 'Corporate Parenting', from: '2022-04-01', agreed: NOT_NEEDED },
      });
  });

  it('may change sooner than was planned', () => {
    const planned: TeamEvent = {
      type: 'TeamMovedToService',
      data: { service: 'Corporate Parenting', from: '2030-04-01', agreed: NOT_NEEDED },
    };
    const sooner = { service: 'Corporate Parenting', from: '2022-04-01', agreed: NOT_NEEDED };
    given(registered, planned)
      .when({ type: 'move-to-service', ...sooner }, null)
      .then({ type: 'TeamMovedToService', data: sooner });
    given(registered, planned)
      .when({ type: 'move-to-service', ...sooner, from: null }, null)
      .thenNothing();
  });

  it('is left alone where it is that one already', () => {
    given(registered)
      .when({ type: 'move-to-service', service: null, from: '2022-04-01', agreed: NOT_NEEDED }, null)
      .thenNothing();
  });
});

describe('the end of a team', () => {
  const ended: TeamEvent = {
    type: 'TeamEnded',
    data: { on: '2022-03-31', succeededBy: ['tc5', 'tc6'], agreed: NOT_NEEDED },
  };

  it('names the teams that took over, at a split or a merger', () => {
    given(registered)
      .when({ type: 'end', on: '2022-03-31', succeededBy: ['tc5', 'tc6'], agreed: NOT_NEEDED }, null)
      .then(ended);
  });

  it('comes once', () => {
    given(registered, ended)
      .when({ type: 'end', on: '2022-03-31', succeededBy: ['tc5', 'tc6'], agreed: NOT_NEEDED }, null)
      .thenNothing();
    given(registered, ended)
      .when({ type: 'end', on: '2022-06-30', succeededBy: [], agreed: NOT_NEEDED }, null)
      .thenRefuses('team-ended');
  });

  it('may learn of its successors later', () => {
    given({ type: 'TeamRegistered', data: { ...throughCare, to: '2022-03-31' } })
      .when({ type: 'end', on: '2022-03-31', succeededBy: ['tc5', 'tc6'], agreed: NOT_NEEDED }, null)
      .then(ended);
  });

  it('does not come before its beginning', () => {
    given({ type: 'TeamRegistered', data: { ...throughCare, from: '2022-04-01' } })
      .when({ type: 'end', on: '2022-03-31', succeededBy: [], agreed: NOT_NEEDED }, null)
      .thenRefuses('ends-before-it-begins');
  });

  it('cannot make it its own successor', () => {
    given(registered)
      .when({ type: 'end', on: '2022-03-31', succeededBy: ['tc1'], agreed: NOT_NEEDED }, null)
      .thenRefuses('succeeds-itself');
  });

  it('leaves no room for new names', () => {
    given(registered, ended)
      .when({ type: 'rename', name: 'Leaving Care', from: '2022-04-01' }, null)
      .thenRefuses('team-ended');
  });
});
