import { expect, it } from '@jest/globals';
import { directoryFrom } from '../directory/directory-from.js';
import { addressedTo } from '../notices/recipients.js';
import { Controls } from '../../test/support/controls.js';
import { dispute, post, protocolAdopted } from '../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../test/support/read-models.js';
import { registerOf } from '../../test/support/registers.js';
import { withoutService } from './without-service.js';

const ON = '2022-04-26';
const until = '2022-04-20';
const open = dispute('D', ...Controls.disputeRaised({ reference: 'D' }));

const health = async (...stories: Story[]): Promise<boolean> => {
  const models = await readModelsOf(protocolAdopted(), ...stories);
  const said = withoutService(directoryFrom(models), models, ON);
  await models.close();
  return said !== undefined;
};

it('is red where disputes are open and nobody is IRO manager or head of quality assurance', async () => {
  const manager = post('iro-manager', null, 'lane', { until });
  expect(await health(open, ...manager)).toBe(true);
  expect(await health(open, ...manager, ...post('head-of-qa', null, 'wynn'))).toBe(false);
  expect(await health(open, ...post('iro-manager', null, 'lane'))).toBe(false);
  expect(await health(...manager)).toBe(false);
  expect(await health(...registerOf('r', { disputes: [{}], covers: [] }))).toBe(false);
});

it('tells the last resort what an IRO who has left would have been told', async () => {
  const told = async (...stories: Story[]): Promise<string[]> => {
    const models = await readModelsOf(...stories);
    const line = { about: 'D', called: 'dispute', dueOn: null, dueAt: null, actionId: null };
    const wanted = [{ ...line, kind: 'answered-judge-it' as const, to: { person: 'rowe', holds: true as const } }];
    const people = addressedTo(wanted, 'cole', directoryFrom(models), ON).map(({ person }) => person);
    await models.close();
    return people;
  };
  const [here, gone] = [post('iro', null, 'rowe'), post('iro', null, 'rowe', { until })];
  const manager = post('iro-manager', null, 'lane');
  expect(await told(...here, ...manager)).toEqual(['rowe']);
  expect(await told(...gone, ...manager)).toEqual(['lane']);
  expect(await told(...gone, ...post('head-of-qa', null, 'wynn'))).toEqual(['wynn']);
  expect(await told(...gone, ...post('director', null, 'hart'))).toEqual(['hart']);
});
