import { CommandBus } from '@nestjs/cqrs';
import { ActOnDispute } from '../../src/disputes/act-on-dispute.js';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import type { HistoryDto } from '../../src/disputes/read/dispute.dto.js';
import { THE_PROGRAM } from '../../src/disputes/rules.js';
import { referenceFor } from '../../src/platform/ids.js';
import { BEGINNING } from '../journeys/council.js';
import type { SentInAStory } from '../support/act-examples.js';
import { Controls } from '../support/controls.js';
import { EXAMPLES_OF_ACTS } from '../support/examples-of-acts.js';
import type { Act, Acts, Body } from './act.js';
import type { Course } from './columns.js';
import { type Courses, REASON, rightChildFor, type Thing, TODAY } from './courses.js';

/** Acts whose examples are told elsewhere, because another program sends them or they come after something of their own. */
const SENT_BESIDES: Readonly<Record<string, SentInAStory>> = {
  'continue-after-care': { by: 'Iris', body: { reason: REASON } },
  'change-level': { by: 'Iris', body: { level: 'red', reason: REASON } },
  // Nobody outside of the council is asked under the house protocol: test/journeys/posts-of-its-own carries it out.
  'enter-answer': {
    by: 'Iris',
    body: { saidBy: 'A partner', saidOn: TODAY, agreement: 'agree', reasons: REASON },
  },
  'record-conversation': { by: 'Iris', body: { spokeTo: 'Tom', spokeOn: TODAY, result: 'He will look into it.' } },
  'record-legal-advice': { by: 'Iris', body: { takenOn: TODAY, advice: 'Go on.' } },
  'confirm-action-in-time': { by: 'Iris', body: { actionId: 'A1', reason: REASON } },
  'give-new-date': { by: 'Iris', raised: { kind: 'informal' }, body: { dueOn: '2023-04-20', reason: REASON } },
  unfreeze: { by: 'Mona', body: { reason: REASON } },
  // In its example it has gone up first, and then others are asked than the column says; here it begins higher up.
  'send-back': { by: 'Iris', raised: { stage: 3, stageReason: REASON }, body: { reason: REASON } },
};

/** Of something that is late, and nothing of the matrix is (test/journeys/nothing-is-bent carries it out); and of somebody outside. */
const NEVER_CARRIED_OUT = ['confirm-action-in-time', 'enter-answer', 'give-new-date'];

/** The protocol of the matrix has no levels: test/journeys/levels carries it out. */
const HAS_NO_LEVELS = ['change-level'];

/** From the top of the ladder nothing goes up. */
const CANNOT_BE: Readonly<Record<string, readonly Course[]>> = { escalate: ['fourth-stage'] };

/** A restriction is an axis of the matrix: what comes after one is asked of every case, restricted or not. */
const LEFT_OUT = ['restrict'];

const sentBy = (act: string): SentInAStory | null | undefined =>
  SENT_BESIDES[act] ?? [...EXAMPLES_OF_ACTS].find(([type]) => type === act)?.[1].sent;

/** The people and the child of an example are those of the first course; here they are those of the case. */
const asIn = ({ holder, asked }: Thing, by: string): string => ({ Iris: holder, Tom: asked, Dora: asked })[by] ?? by;
const bodyFor = ({ child }: Thing, body: Body): Body => (body['child'] === 'C1' ? { ...body, child } : body);

/** How an example differs from the usual beginning, where that changes nothing about who is what to the case. */
const begunAsIn = (raised: Body = {}, course: Course): Body => {
  const courses = 'stage' in raised ? ['chair', 'taken-over'] : ['first-stage', 'chair', 'taken-over', 'informal'];
  return courses.includes(course) ? raised : {};
};

const onDispute = (name: string, { body, after = [], raised }: SentInAStory): Act => ({
  about: 'dispute',
  isRestrictable: true,
  isNeverCarriedOut: [...NEVER_CARRIED_OUT, ...HAS_NO_LEVELS].includes(name),
  prepare: async (courses, course) => {
    if (CANNOT_BE[name]?.includes(course)) return undefined;
    const begin = (): Promise<Thing> => courses.dispute(course, { over: begunAsIn(raised, course) });
    const isAfterCare = name === 'continue-after-care';
    const thing = isAfterCare ? await courses.withChildrenOfTheirOwn(begin) : await begin();
    if (isAfterCare) await courses.leftCare(thing.child);
    for (const each of after) {
      if (typeof each === 'string' && LEFT_OUT.includes(each)) continue;
      const step = typeof each === 'string' ? { act: each, ...sentBy(each)! } : each;
      // If the case came by another way, the steps before may be past already.
      await courses.council.post(asIn(thing, step.by), `/disputes/${thing.id}/${step.act}`, bodyFor(thing, step.body));
    }
    if (name === 'unfreeze') await byTheProgram(courses, thing.id, { type: 'freeze', diedOn: TODAY, reason: REASON });
    await courses.council.caughtUp();
    return thing;
  },
  send: (thing) => ({ path: `/disputes/${thing.id}/${name}`, body: bodyFor(thing, body) }),
});

/** To another child of the one who holds it: nobody moves anything to a child whom they do not know. */
const moved = (): Act => {
  const plain = onDispute('move-to-child', sentBy('move-to-child')!);
  return {
    ...plain,
    prepare: async (courses, course) => {
      const thing = await plain.prepare(courses, course);
      return thing && courses.withRightChildren(thing, course);
    },
    send: (thing, person) => ({
      path: `/disputes/${thing.id}/move-to-child`,
      body: { children: [rightChildFor(thing, person)], reason: REASON },
    }),
  };
};

/** The note that came last, whatever came before it in this case. */
const noteTakenBack = (): Act => {
  const plain = onDispute('take-back-entry', sentBy('take-back-entry')!);
  return {
    ...plain,
    prepare: async (courses, course) => {
      const thing = await plain.prepare(courses, course);
      if (thing === undefined) return undefined;
      const { body } = await courses.council.get<HistoryDto>('Mona', `/disputes/${thing.id}/events`);
      const note = body.entries.findLast(({ what }) => what === 'NoteAdded')!;
      return { ...thing, words: String(note.revision) };
    },
    send: ({ id, words }) => ({
      path: `/disputes/${id}/take-back-entry`,
      body: { entry: Number(words), reason: REASON },
    }),
  };
};

const byTheProgram = (courses: Courses, reference: string, act: DisputeAct): Promise<unknown> =>
  courses.council.app
    .get(CommandBus)
    .execute(
      new ActOnDispute(reference, act, { commandId: courses.newWord(), actor: THE_PROGRAM, occurredAt: BEGINNING }),
    );

/** A row of a council's register, open there: Iris’s, of team north. */
export const importedRow = async (courses: Courses): Promise<Thing> => {
  const words = courses.newWord();
  const reference = referenceFor('DRP', words);
  const { child } = await courses.childFor('first-stage');
  const facts = {
    ...{ ...Controls.importedFacts, children: [child], iro: 'iris', team: 'north', teamManager: null },
    ...{ raisedOn: TODAY, dueOn: null, concern: `No referral has been sent, ${words}.` },
  };
  await courses.council.app.get(CommandBus).execute(
    new ActOnDispute(
      reference,
      {
        ...{ type: 'import-row', importId: 'i1', reference, ownReference: `I/${reference}` },
        ...{ source: { file: 'register.csv', row: 2 }, facts },
      },
      { commandId: words, actor: Controls.commandLine, occurredAt: BEGINNING },
    ),
  );
  await courses.council.caughtUp();
  return { id: reference, child, words, holder: 'Iris', asked: 'Tom' };
};

const ofTheRegister = (send: Act['send']): Act => ({
  about: 'row of a register',
  isRestrictable: true,
  prepare: async (courses, course) => (course === 'first-stage' ? importedRow(courses) : undefined),
  send,
});

export const actsOnDisputes: Acts = {
  ...Object.fromEntries(
    [...new Set([...EXAMPLES_OF_ACTS.keys(), ...Object.keys(SENT_BESIDES)])].flatMap((name): [string, Act][] => {
      const sent = sentBy(name);
      return sent ? [[`POST /disputes/:reference/${name}`, onDispute(name, sent)]] : [];
    }),
  ),
  'POST /disputes/:reference/move-to-child': moved(),
  'POST /disputes/:reference/take-back-entry': noteTakenBack(),
  'POST /disputes/:reference/take-on': ofTheRegister(({ id }) => ({ path: `/disputes/${id}/take-on`, body: {} })),
  'POST /disputes/take-on': ofTheRegister(({ id }) => ({ path: '/disputes/take-on', body: { references: [id] } })),
};
