import { describe, expect, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import type { Population } from '../protocol/protocol.js';
import type { ChildAct } from './acts.js';
import { careCorrectedBy, childDecider, type ChildState } from './child.js';
import type { ChildEvent, ChildRegistered } from './events.js';

const given = specify(childDecider);

const child: ChildRegistered = {
  childId: '1095978',
  initials: 'AB',
  bornOn: '2012-09-03',
  population: 'looked-after',
  fromRegister: false,
};
const register: ChildAct = { type: 'register', ...child };
const registered: ChildEvent = { type: 'ChildRegistered', data: child };
const knownFromRegister: ChildEvent = {
  type: 'ChildRegistered',
  data: { ...child, initials: null, bornOn: null, fromRegister: true },
};
const allocated: ChildEvent = { type: 'ChildAllocated', data: { team: 'tc1', iro: 'g-rowe', from: '2022-04-01' } };

const childAs = (population: Population, bornOn: string): Omit<ChildState, 'isCorrectedOutOfCare'> => ({
  ...{ initials: 'AB', bornOn, population, fromRegister: false },
  ...{ allocations: [], socialWorkers: [], leftCare: null, diedOn: null },
});

describe('a child', () => {
  it('is registered once by record number', () => {
    given().when(register, null).then(registered);
    given(registered).when(register, null).thenNothing();
  });

  it('known only from a row of a register has no initials yet', () => {
    given()
      .when({ ...register, initials: null, bornOn: null, fromRegister: true }, null)
      .then(knownFromRegister);
  });

  it('known from a register is completed later', () => {
    given(knownFromRegister)
      .when({ type: 'complete', initials: 'AB', bornOn: '2012-09-03', population: 'looked-after' }, null)
      .then({
        type: 'ChildDetailsCompleted',
        data: { initials: 'AB', bornOn: '2012-09-03', population: 'looked-after' },
      });
  });

  it('is by a correction not in care, or in care after all, until the eighteenth birthday', () => {
    type Completed = Extract<ChildEvent, { type: 'ChildDetailsCompleted' }>;
    const bornOn = '2005-04-05';
    const inCare = { ...childAs('looked-after', bornOn), isCorrectedOutOfCare: false };
    const outOfCare = { ...childAs('child-protection', bornOn), isCorrectedOutOfCare: true };
    const corrected = (population: Population): Completed => ({
      type: 'ChildDetailsCompleted',
      data: { initials: 'AB', bornOn, population },
    });
    expect(careCorrectedBy(corrected('child-protection'), inCare, '2023-04-03')).toBe('over');
    expect(careCorrectedBy(corrected('child-protection'), inCare, '2023-04-05')).toBe(null);
    expect(careCorrectedBy(corrected('looked-after'), inCare, '2023-04-03')).toBe(null);
    expect(careCorrectedBy(corrected('child-in-need'), outOfCare, '2023-04-03')).toBe(null);
    expect(careCorrectedBy(corrected('looked-after'), outOfCare, '2023-04-03')).toBe('goes-on');
  });

  it('is not born on a day that does not exist', () => {
    given()
      .when({ ...register, bornOn: '2012-02-30' }, null)
      .thenRefuses('not-a-date');
  });

  it('is allocated to a team and an IRO from a day on', () => {
    given(registered).when({ type: 'allocate', team: 'tc1', iro: 'g-rowe', from: '2022-04-01' }, null).then(allocated);
  });

  describe('who is looked after', () => {
    const context = { today: '2022-04-01', isChairAlone: (person: string) => person === 'r-blythe' };
    const underAPlan: ChildEvent = { type: 'ChildRegistered', data: { ...child, population: 'child-protection' } };
    const toTheChair = { team: 'tc1', iro: 'r-blythe', from: null };
    const withTheChair: ChildEvent = { type: 'ChildAllocated', data: toTheChair };
    const lookedAfter = { type: 'complete', initials: 'AB', population: 'looked-after' } as const;

    it('has an IRO, and no conference chair in the place of one', () => {
      given(registered)
        .when({ type: 'allocate', ...toTheChair }, context)
        .thenRefuses('looked-after-has-an-iro');
      given(underAPlan)
        .when({ type: 'allocate', ...toTheChair }, context)
        .then(withTheChair);
      given(registered)
        .when({ type: 'allocate', team: 'tc1', iro: 'g-rowe', from: '2022-04-01' }, context)
        .then(allocated);
    });

    it('is so once an IRO has the child', () => {
      given(underAPlan, withTheChair).when(lookedAfter, context).thenRefuses('looked-after-has-an-iro');
      given(underAPlan, withTheChair)
        .when({ ...register, ...child }, context)
        .thenRefuses('looked-after-has-an-iro');
      given(underAPlan, withTheChair, allocated)
        .when(lookedAfter, context)
        .thenAmong({ type: 'ChildDetailsCompleted', data: expect.objectContaining({ population: 'looked-after' }) });
      const plan: ChildEvent = { type: 'ChildAllocated', data: { team: 'tc1', iro: 'r-blythe', from: '2022-05-01' } };
      given(underAPlan, allocated, plan).when(lookedAfter, context).thenRefuses('looked-after-has-an-iro');
    });

    it('comes back into care with an IRO', () => {
      const left: ChildEvent = { type: 'ChildLeftCare', data: { on: '2022-03-01', because: 'returned-home' } };
      const back = { type: 'come-back-into-care', on: '2022-04-01' } as const;
      given(registered, left)
        .when({ type: 'allocate', ...toTheChair }, context)
        .then(withTheChair);
      given(registered, left, withTheChair).when(back, context).thenRefuses('looked-after-has-an-iro');
      given(registered, left, withTheChair, allocated)
        .when(back, context)
        .then({ type: 'ChildCameBackIntoCare', data: { on: back.on } });
    });
  });

  it('is not allocated again to those who hold the child', () => {
    given(registered, allocated)
      .when({ type: 'allocate', team: 'tc1', iro: 'g-rowe', from: '2022-09-01' }, null)
      .thenNothing();
  });

  it('is not allocated twice by the same news, even after a later allocation', () => {
    given(registered, allocated, { type: 'ChildAllocated', data: { team: 'tc2', iro: 'g-rowe', from: '2022-09-01' } })
      .when({ type: 'allocate', team: 'tc1', iro: 'g-rowe', from: '2022-04-01' }, null)
      .thenNothing();
  });

  it('goes back to those who held the child, where another was named on the same day by mistake', () => {
    const mistake: ChildEvent = { type: 'ChildAllocated', data: { team: 'tc1', iro: 'g-other', from: '2022-04-01' } };
    given(registered, allocated, mistake)
      .when({ type: 'allocate', team: 'tc1', iro: 'g-rowe', from: '2022-04-01' }, null)
      .then(allocated);
    const named = (socialWorker: string): ChildEvent => ({
      type: 'SocialWorkerNamed',
      data: { socialWorker, from: '2022-04-01' },
    });
    given(registered, named('w-one'), named('w-two'))
      .when({ type: 'name-social-worker', socialWorker: 'w-one', from: '2022-04-01' }, null)
      .then(named('w-one'));
  });

  it('cannot be allocated from before the latest allocation', () => {
    given(registered, allocated)
      .when({ type: 'allocate', team: 'tc2', iro: 'g-rowe', from: '2022-03-01' }, null)
      .thenRefuses('allocated-since');
  });

  it('is allocated from today where no day is given and somebody has held the child', () => {
    const today = '2022-09-01';
    given(registered, allocated)
      .when({ type: 'allocate', team: 'tc2', iro: 'g-rowe', from: null, today }, null)
      .then({ type: 'ChildAllocated', data: { team: 'tc2', iro: 'g-rowe', from: today } });
    given(registered)
      .when({ type: 'allocate', team: 'tc2', iro: 'g-rowe', from: null, today }, null)
      .then({ type: 'ChildAllocated', data: { team: 'tc2', iro: 'g-rowe', from: null } });
    const named: ChildEvent = { type: 'SocialWorkerNamed', data: { socialWorker: 'c-bray', from: '2022-04-01' } };
    given(registered, named)
      .when({ type: 'name-social-worker', socialWorker: 'w-lowe', from: null, today }, null)
      .then({ type: 'SocialWorkerNamed', data: { socialWorker: 'w-lowe', from: today } });
  });

  it('is not allocated where neither a team nor an IRO is said', () => {
    given(registered, allocated)
      .when({ type: 'allocate', team: undefined, iro: undefined, from: '2022-09-01' }, null)
      .thenRefuses('nobody-said');
  });

  it('leaves care once, on a day and for a reason', () => {
    const leave: ChildAct = { type: 'leave-care', on: '2022-05-06', because: 'adopted' };
    const left: ChildEvent = { type: 'ChildLeftCare', data: { on: '2022-05-06', because: 'adopted' } };
    given(registered, allocated).when(leave, null).then(left);
    given(registered, allocated, left).when(leave, null).thenNothing();
    given(registered)
      .when({ ...leave, on: '2022-02-30' }, null)
      .thenRefuses('not-a-date');
    given(registered)
      .when({ type: 'leave-care', on: '2022-05-06', because: 'turned-18' }, null)
      .thenRefuses('not-yet-18');
    given(registered)
      .when({ type: 'leave-care', on: '2030-09-03', because: 'turned-18' }, null)
      .then({ type: 'ChildLeftCare', data: { on: '2030-09-03', because: 'turned-18' } });
  });

  it('who comes back into care is looked after again, from a day after having left', () => {
    const left: ChildEvent = { type: 'ChildLeftCare', data: { on: '2022-05-06', because: 'returned-home' } };
    const back = { type: 'come-back-into-care' as const, on: '2022-09-05' };
    const cameBack: ChildEvent = { type: 'ChildCameBackIntoCare', data: { on: '2022-09-05' } };
    given(registered, left).when(back, null).then(cameBack);
    given(registered, left)
      .when({ ...back, on: '2022-05-05' }, null)
      .thenRefuses('back-before-leaving');
    given(registered).when(back, null).thenRefuses('in-care');
    given(registered, left, cameBack).when(back, null).thenRefuses('in-care');
    given(registered, left, cameBack)
      .when({ type: 'leave-care', on: '2022-05-06', because: 'returned-home' }, null)
      .then(left);
  });

  it('whose death is recorded stays on record, with the day put right where it was wrong', () => {
    const died: ChildEvent = { type: 'ChildDied', data: { on: '2022-05-06' } };
    given(registered).when({ type: 'record-death', on: '2022-05-06' }, null).then(died);
    given(registered, died).when({ type: 'record-death', on: '2022-05-06' }, null).thenNothing();
    given(registered, died)
      .when({ type: 'record-death', on: '2022-05-05' }, null)
      .then({ type: 'ChildDied', data: { on: '2022-05-05' } });
  });

  it('who has died is recorded in no other place in life any more; an IRO still gets the record', () => {
    const died: ChildEvent = { type: 'ChildDied', data: { on: '2022-05-06' } };
    const left: ChildEvent = { type: 'ChildLeftCare', data: { on: '2022-05-01', because: 'adopted' } };
    const later = { from: '2022-06-01' };
    for (const act of [
      { type: 'leave-care', on: '2022-05-02', because: 'returned-home' },
      { type: 'come-back-into-care', on: '2022-05-05' },
      { type: 'name-social-worker', socialWorker: 'w-lowe', ...later },
      { type: 'allocate', team: 'tc2', ...later },
    ] satisfies ChildAct[])
      given(registered, allocated, left, died).when(act, null).thenRefuses('has-died');
    given(registered, left, died)
      .when({ type: 'leave-care', ...left.data } as ChildAct, null)
      .thenNothing();
    given(registered, allocated, died)
      .when({ type: 'allocate', iro: 'i-prasad', ...later }, null)
      .then({ type: 'ChildAllocated', data: { team: 'tc1', iro: 'i-prasad', from: '2022-06-01' } });
  });

  it('must be registered to be allocated', () => {
    given().when({ type: 'allocate', team: 'tc1', iro: null, from: null }, null).thenRefuses('not-registered');
  });
});
