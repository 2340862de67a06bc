import { expect, it } from '@jest/globals';
import { SettableClock } from '../../platform/clock/clock.js';
import { MemoryEventStore } from '../../platform/event-store/memory/memory-event-store.js';
import { Executor } from '../../platform/executor.js';
import { derivedId } from '../../platform/ids.js';
import { postOf } from '../../directory/import/posts.js';
import { postDecider, postStream } from '../../directory/post.js';
import { personIdFromRegister } from '../rows/council.js';
import type { ReadRow } from '../rows/read-row.js';
import { makeNewcomers } from './newcomers.js';

const NOW = '2023-04-03T09:00:00.000Z';

it('gives an IRO whom only a register knows the post by the name that a file of people gives it', async () => {
  const executor = new Executor(new MemoryEventStore(new SettableClock(NOW)));
  const iro = personIdFromRegister('D. Marsh');
  const row = { holds: 'disputes', iro: 'D. Marsh', facts: { iro, children: ['1775305'] } } as unknown as ReadRow;
  const actor = { person: 'command-line', post: null, role: null };
  await makeNewcomers({ executor }, [row], (step) => ({ commandId: derivedId(step, 'row'), actor, occurredAt: NOW }));
  const { state } = await executor.load(postStream(derivedId('iro-post-from-register', iro)), postDecider);
  expect(state?.registered.title).toBe(postOf('iro', { team: null, service: null }).title);
  expect(state?.holdings.map(({ person }) => person)).toEqual([iro]);
});
