import { aConcern } from '../journeys/council.js';
import { type Act, type Acts, alone } from './act.js';
import type { Course } from './columns.js';
import { acknowledgementBody, recommendationsBody } from './bodies.js';
import { type Courses, type Thing, TODAY } from './courses.js';

export const BEGINS_WITH_A_CHILD: readonly Course[] = ['first-stage', 'chair', 'taken-over'];

/** A child of the one who has it in that course, whom nothing has been written about. */
export const childOf = async (courses: Courses, course: Course): Promise<Thing | undefined> => {
  if (!BEGINS_WITH_A_CHILD.includes(course)) return undefined;
  const iro = { chair: 'Carol', 'taken-over': 'Pia' }[course as string] ?? 'Iris';
  const child = await courses.newChild(iro);
  if (course === 'taken-over') await courses.handToNora(child);
  return { id: child, child, words: child, holder: course === 'taken-over' ? 'Nora' : iro, asked: 'Tom' };
};

const aboutAChild = (path: string, bodyOf: (child: string) => object): Act => ({
  about: 'child',
  prepare: childOf,
  send: ({ child }) => ({ path, body: bodyOf(child) }),
});

const straightAway = async (): Promise<void> => {};
const LEFT_CARE = { on: TODAY, because: 'returned-home' };

const onChild = (
  name: string,
  body: object,
  before: (courses: Courses, child: string) => Promise<unknown> = straightAway,
): Act => ({
  about: 'child',
  prepare: async (courses, course) => {
    const thing = await childOf(courses, course);
    if (thing) await before(courses, thing.id);
    return thing;
  },
  send: ({ id }) => ({ path: `/children/${id}/${name}`, body }),
});

/** Acts that begin with a child, and acts on children. */
export const actsAboutChildren: Acts = {
  'POST /disputes': aboutAChild('/disputes', (child) => aConcern({ children: [child] })),
  'POST /conversations': aboutAChild('/conversations', (child) => ({
    ...{ spokeTo: 'Tom', spokeOn: TODAY, result: 'He will look into it.', children: [child] },
  })),
  'POST /acknowledgements': aboutAChild('/acknowledgements', (child) => acknowledgementBody(child, 'in words')),
  'POST /reviews': aboutAChild('/reviews', (child) => ({ kind: 'midway', child, heldOn: TODAY })),
  'POST /recommendations': aboutAChild('/recommendations', (child) => recommendationsBody(child, 'in words')),
  'POST /children': alone('/children', (childId) => ({ childId, initials: 'QQ', population: 'looked-after' })),
  'POST /children/:id/complete': onChild('complete', { initials: 'D9', population: 'child-in-need' }),
  'POST /children/:id/allocate': onChild('allocate', { team: 'south', iro: 'ivan', from: TODAY }),
  'POST /children/:id/name-social-worker': onChild('name-social-worker', { socialWorker: 'wilma', from: TODAY }),
  'POST /children/:id/leave-care': onChild('leave-care', LEFT_CARE, (courses, child) => courses.canLeaveCare(child)),
  'POST /children/:id/come-back-into-care': onChild('come-back-into-care', { on: TODAY }, (courses, child) =>
    courses.leftCare(child),
  ),
  'POST /children/:id/record-death': onChild('record-death', { on: TODAY }),
  'POST /children/:id/take-back-death': onChild(
    'take-back-death',
    { reason: 'It was another child.' },
    ({ council }, child) => council.done('Mona', `/children/${child}/record-death`, { on: TODAY }),
  ),
};
