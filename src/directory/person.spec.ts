import { describe, it } from '@jest/globals';
import { specify } from '../../test/support/given.js';
import type { PersonAct } from './acts.js';
import type { PersonEvent, PersonRegistered } from './events.js';
import { personDecider } from './person.js';

const given = specify(personDecider);

const ames: PersonRegistered = { personId: 'p-ames', name: 'P. Ames', email: null, fromRegister: false };
const register: PersonAct = { type: 'register', ...ames };
const registered: PersonEvent = { type: 'PersonRegistered', data: ames };
const knownFromRegister: PersonEvent = { type: 'PersonRegistered', data: { ...ames, fromRegister: true } };

describe('a person', () => {
  it('is registered once', () => {
    given().when(register, null).then(registered);
    given(registered).when(register, null).thenNothing();
  });

  it('needs a name', () => {
    given()
      .when({ ...register, name: '' }, null)
      .thenRefuses('name-missing');
  });

  it('known only from a row of a register is marked so', () => {
    given()
      .when({ ...register, fromRegister: true }, null)
      .then(knownFromRegister);
  });

  it('known from a register is completed later', () => {
    given(knownFromRegister)
      .when({ type: 'complete', name: 'Pat Ames', email: 'p.ames@council.example' }, null)
      .then({ type: 'PersonDetailsCompleted', data: { name: 'Pat Ames', email: 'p.ames@council.example' } });
    given(knownFromRegister)
      .when(register, null)
      .then({ type: 'PersonDetailsCompleted', data: { name: 'P. Ames', email: null } });
  });

  it('in the directory learns nothing from a row of a register', () => {
    given(registered)
      .when({ ...register, fromRegister: true }, null)
      .thenNothing();
  });

  it('keeps an address that a later list does not give', () => {
    given(registered, { type: 'PersonDetailsCompleted', data: { name: 'P. Ames', email: 'p.ames@council.example' } })
      .when(register, null)
      .thenNothing();
  });

  it('must be registered to be completed', () => {
    given().when({ type: 'complete', name: 'P. Ames', email: null }, null).thenRefuses('not-registered');
  });
});
