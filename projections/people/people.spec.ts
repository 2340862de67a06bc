import { describe, expect, it } from '@jest/globals';
import { rowsAfter } from '../../test/support/read-models.js';
import type { PersonEvent } from '../../src/directory/events.js';
import { people } from './people.js';

describe('the row of a person', () => {
  const knownFromRegister: PersonEvent = {
    type: 'PersonRegistered',
    data: { personId: 'g-rowe', name: 'G. Rowe', email: null, fromRegister: true },
  };
  const completed: PersonEvent = {
    type: 'PersonDetailsCompleted',
    data: { name: 'Gill Rowe', email: 'g.rowe@council.example' },
  };

  it('says when they are known only from a register, until their details are completed', () => {
    expect(rowsAfter(people, { stream: 'person-g-rowe', events: [knownFromRegister] })).toEqual([
      { person: 'g-rowe', name: 'G. Rowe', email: null, former_names: [], from_register: true },
    ]);
    expect(rowsAfter(people, { stream: 'person-g-rowe', events: [knownFromRegister, completed] })).toEqual([
      {
        person: 'g-rowe',
        name: 'Gill Rowe',
        email: 'g.rowe@council.example',
        former_names: ['G. Rowe'],
        from_register: false,
      },
    ]);
  });
});
