import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryFrom } from '../directory/directory-from.js';
import { visibleAmong } from '../disputes/list/visible-disputes.js';
import type { ProjectionRunner } from '../platform/projections/projection-runner.js';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, protocolAdopted, team } from '../../test/support/leaders.js';
import { readModelsOf } from '../../test/support/read-models.js';

const ON = '2022-04-26';

describe('A list shows a dispute of a team that has ended', () => {
  let models: ProjectionRunner;
  beforeAll(async () => {
    const { stream, events } = team('through-care-3', 'Through Care 3', 'care');
    models = await readModelsOf(
      protocolAdopted(),
      { stream, events: [...events, { type: 'TeamEnded', data: { on: '2022-04-20', succeededBy: ['one', 'two'] } }] },
      ...post('service-manager', null, 'reed', { service: 'care' }),
      ...post('director', null, 'hart'),
      ...post('service-manager', 'elsewhere', 'other'),
      dispute(
        'DRP-1',
        Controls.formalDisputeRaised({
          reference: 'DRP-1',
          addressee: { team: 'through-care-3', posts: ['director'] },
        }),
        Controls.deadlineSet(),
      ),
    );
  });
  afterAll(() => models.close());

  it('to those who answer for its service, and for every team, as its own page does', () => {
    const directory = directoryFrom(models);
    const sees = (person: string): boolean => {
      const asker = { person, name: '', posts: directory.postsHeldBy(person, ON) };
      return visibleAmong(['DRP-1'], asker, directory, ON, models).has('DRP-1');
    };
    expect([sees('reed'), sees('hart'), sees('other')]).toEqual([true, true, false]);
  });
});
