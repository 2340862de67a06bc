import { aConcern } from '../journeys/council.js';
import type { Act, Acts } from './act.js';
import { BEGINS_WITH_A_CHILD, childOf } from './acts-about-children.js';
import { acknowledgementBody, recommendationsBody } from './bodies.js';
import type { Course } from './columns.js';
import { type Courses, REASON, rightChildFor, type Thing, TODAY } from './courses.js';

const THANKED = ['walter', 'tess', 'anton'];

/** Given by the person who raises in that course; in `named` it thanks those who are named there. */
export const acknowledgement = async (courses: Courses, course: Course): Promise<Thing | undefined> => {
  if (![...BEGINS_WITH_A_CHILD, 'named'].includes(course)) return undefined;
  const { child, iro } = await courses.childFor(course);
  const words = courses.newWord();
  const body = acknowledgementBody(child, words, course === 'named' ? THANKED : []);
  const { reference: id } = await courses.council.done(iro, '/acknowledgements', body);
  if (course === 'taken-over') await courses.handToNora(child);
  return { id, child, words, holder: iro, asked: 'Tom' };
};

/** With the thanks of everybody who is thanked in it. */
const thankedFor: Act['prepare'] = async (courses, course) => {
  const thing = await acknowledgement(courses, course);
  for (const person of thing !== undefined && course === 'named' ? THANKED : [])
    await courses.council.done(person, `/acknowledgements/${thing!.id}/thank`, { text: 'Thank you.' });
  return thing;
};

const onAcknowledgement = (name: string, bodyOf: (thing: Thing, person: string) => object): Act => ({
  about: 'acknowledgement',
  prepare: acknowledgement,
  send: (thing, person) => ({ path: `/acknowledgements/${thing.id}/${name}`, body: bodyOf(thing, person) }),
});

/** Begun by the IRO or chair who has the child; one standard is not met. */
export const check = async (courses: Courses, course: Course): Promise<Thing | undefined> => {
  const thing = await childOf(courses, course);
  if (thing === undefined) return undefined;
  const words = courses.newWord();
  const begun = { kind: 'midway', child: thing.child, heldOn: TODAY };
  const { reference: id } = await courses.council.done(thing.holder, '/reviews', begun);
  const notMet = { standard: 'permanence', answer: 'not-met', note: `Nothing yet, ${words}.` };
  await courses.council.done(thing.holder, `/reviews/${id}/check-standard`, notMet);
  return { ...thing, id, words };
};

const onCheck = (name: string, bodyOf: (thing: Thing, person: string) => object): Act => ({
  about: 'check',
  prepare: check,
  send: (thing, person) => ({ path: `/reviews/${thing.id}/${name}`, body: bodyOf(thing, person) }),
});

/** Sent by the IRO or chair who has the child to the team manager, who disagrees where told. */
export const recommendations = async (
  courses: Courses,
  course: Course,
  disagreed = false,
): Promise<Thing | undefined> => {
  const thing = await childOf(courses, course);
  if (thing === undefined) return undefined;
  const words = courses.newWord();
  const body = recommendationsBody(thing.child, words);
  const { reference: id } = await courses.council.done(thing.holder, '/recommendations', body);
  if (disagreed) await courses.council.done('Tom', `/recommendations/${id}/disagree`, { reason: REASON });
  return { ...thing, id, words };
};

const onRecommendations = (name: string, bodyOf: (thing: Thing) => object, disagreed = false): Act => ({
  about: 'recommendations',
  prepare: (courses, course) => recommendations(courses, course, disagreed),
  send: (thing) => ({ path: `/recommendations/${thing.id}/${name}`, body: bodyOf(thing) }),
});

/** With a child whom it may be moved to. */
const withTheRightChild =
  (prepare: Act['prepare']): Act['prepare'] =>
  async (courses, course) => {
    const thing = await prepare(courses, course);
    return thing && courses.withRightChildren(thing, course);
  };

/** The acts on acknowledgements, checks and recommendations. */
export const actsBesideDisputes: Acts = {
  'POST /acknowledgements/:reference/thank': onAcknowledgement('thank', () => ({ text: 'Thank you.' })),
  'POST /acknowledgements/:reference/take-thanks-back': {
    ...onAcknowledgement('take-thanks-back', () => ({ reason: REASON })),
    prepare: thankedFor,
  },
  'POST /acknowledgements/:reference/correct': onAcknowledgement('correct', ({ child }) => ({
    ...acknowledgementBody(child, 'mended'),
    reason: REASON,
  })),
  'POST /acknowledgements/:reference/withdraw': onAcknowledgement('withdraw', () => ({ reason: REASON })),
  'POST /acknowledgements/:reference/move-to-child': {
    ...onAcknowledgement('move-to-child', (thing, person) => ({
      children: [rightChildFor(thing, person)],
      reason: REASON,
    })),
    prepare: withTheRightChild(acknowledgement),
  },
  'POST /reviews/:reference/move-to-child': {
    ...onCheck('move-to-child', (thing, person) => ({ child: rightChildFor(thing, person), reason: REASON })),
    prepare: withTheRightChild(check),
  },
  'POST /reviews/:reference/check-standard': onCheck('check-standard', () => ({
    ...{ standard: 'visits', answer: 'not-met', note: REASON },
  })),
  'POST /reviews/:reference/check-standards': onCheck('check-standards', () => ({
    answers: [{ standard: 'visits', answer: 'not-met', note: REASON }],
  })),
  'POST /reviews/:reference/decide-not-to-raise': onCheck('decide-not-to-raise', () => ({
    ...{ standard: 'permanence', reason: REASON },
  })),
  'POST /reviews/:reference/withdraw': onCheck('withdraw', () => ({ reason: REASON })),
  'POST /reviews/:reference/raise': onCheck('raise', ({ child }) => ({
    ...{ standard: 'permanence', ...aConcern({ children: [child] }) },
  })),
  'POST /recommendations/:reference/agree': onRecommendations('agree', () => ({ note: 'Yes.' })),
  'POST /recommendations/:reference/disagree': onRecommendations('disagree', () => ({ reason: REASON })),
  'POST /recommendations/:reference/raise': onRecommendations(
    'raise',
    ({ child }) => aConcern({ children: [child] }),
    true,
  ),
  'POST /recommendations/:reference/let-stand': onRecommendations('let-stand', () => ({ reason: REASON }), true),
  'POST /recommendations/:reference/withdraw': onRecommendations('withdraw', () => ({ reason: REASON })),
  'POST /recommendations/:reference/take-back-answer': onRecommendations(
    'take-back-answer',
    () => ({ reason: REASON }),
    true,
  ),
};
