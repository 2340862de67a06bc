import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { EventToAppend } from '../../src/platform/event-store/event-store.js';
import { acknowledgement, check, recommendations } from './acts-beside-disputes.js';
import { importedRow } from './acts-on-disputes.js';
import { seatsIn, seriesBody } from './acts-on-meetings.js';
import { NOTHING } from './act.js';
import { COURSES, type Course } from './columns.js';
import { type Courses, meetingOf, type Thing, TODAY } from './courses.js';
import type { Sensitivity } from './matrix-file.js';

/** Courses that a dispute can take without a formal stage. */
const INFORMAL: readonly Course[] = ['first-stage', 'chair', 'taken-over', 'informal'];
const FORMAL: readonly Course[] = COURSES.filter((course) => course !== 'informal');
/** Courses in which the same IRO or chair, or the one after, has the child and nothing else is told. */
const PLAIN: readonly Course[] = ['first-stage', 'chair', 'taken-over'];

/** One thing of each kind that can be read, for each course that it can take, and as sensitive as the lines of the matrix tell apart. */
export class ThingsToRead {
  private readonly things = new Map<string, Thing>();

  private constructor(private readonly courses: Courses) {}

  static async begin(courses: Courses): Promise<ThingsToRead> {
    const made = new ThingsToRead(courses);
    for (const course of FORMAL) await made.disputes('formal', course);
    for (const course of INFORMAL) await made.disputes('informal', course);
    await made.rows();
    for (const sensitivity of ['ordinary', DIED] as const) {
      for (const course of PLAIN) await made.conversation(course, sensitivity);
      for (const course of [...PLAIN, 'tabled'] as const) await made.agenda(course, sensitivity);
      for (const course of COURSES) {
        await made.beside('acknowledgement', course, acknowledgement, sensitivity);
        await made.beside('check', course, check, sensitivity);
        await made.beside('recommendations', course, recommendations, sensitivity);
      }
      for (const course of PLAIN) await made.child(course, sensitivity);
    }
    await made.noticeToOtto();
    await made.series();
    await courses.council.caughtUp();
    return made;
  }

  /** Undefined where there is no such thing: a conversation is addressed to nobody. */
  of(about: string, course: Course, sensitivity: Sensitivity): Thing | undefined {
    return about === 'nothing' ? NOTHING : this.things.get(keyFor(about, course, sensitivity));
  }

  private put(about: string, course: Course, thing: Thing | undefined, sensitivity: Sensitivity = 'ordinary'): void {
    if (thing !== undefined) this.things.set(keyFor(about, course, sensitivity), thing);
  }

  /** Each has been answered and accepted, and its child has left care since, so that it stands in every list. */
  private async disputes(kind: 'formal' | 'informal', course: Course): Promise<void> {
    const about = `${kind} dispute`;
    for (const sensitivity of ['ordinary', ...RESTRICTED, DIED] as const) {
      const thing = await this.about(sensitivity, () => this.courses.dispute(course, { kind }));
      await this.courses.accepted(thing, course);
      if (sensitivity === 'ordinary') await this.sealed(about, course, thing);
      if (sensitivity !== DIED) await this.leftCare(thing);
      await this.courses.seal(thing, course, sensitivity);
      this.put(about, course, thing, sensitivity);
    }
    if (course !== 'chair') await this.referred(about, course, await this.courses.dispute(course, { kind }));
  }

  /** Privileged advice in it. */
  private async sealed(about: string, course: Course, thing: Thing): Promise<void> {
    const { council } = this.courses;
    const advice = this.courses.newWord();
    const told = { takenOn: TODAY, advice: `There is a case to put, ${advice}.` };
    await council.done('Mona', `/disputes/${thing.id}/record-legal-advice`, told);
    this.put(about, course, { ...thing, words: advice }, 'privileged advice');
  }

  /** The correspondence with Cafcass, for a looked-after child only. Directors read a case from its referral on, so it is one apart. */
  private async referred(about: string, course: Course, thing: Thing): Promise<void> {
    await this.courses.accepted(thing, course);
    const words = this.courses.newWord();
    const referral = { grounds: `Regulation 45, ${words}.`, legalAdviceTaken: false, told: [], sentOn: TODAY };
    await this.courses.council.done(thing.holder, `/disputes/${thing.id}/refer-to-cafcass`, referral);
    this.put(about, course, { ...thing, words }, 'Cafcass correspondence');
  }

  private async rows(): Promise<void> {
    for (const sensitivity of ['ordinary', ...RESTRICTED, DIED] as const) {
      const thing = await this.about(sensitivity, () => importedRow(this.courses));
      await this.courses.seal(thing, 'first-stage', sensitivity);
      this.put('row of a register', 'first-stage', thing, sensitivity);
    }
  }

  /** About a child who can die where the line says so. */
  private about<Made>(sensitivity: Sensitivity, make: () => Promise<Made>): Promise<Made> {
    return sensitivity === DIED ? this.courses.withChildrenOfTheirOwn(make) : make();
  }

  private async beside(
    about: string,
    course: Course,
    make: (courses: Courses, course: Course) => Promise<Thing | undefined>,
    sensitivity: Sensitivity,
  ): Promise<void> {
    const thing = await this.about(sensitivity, () => make(this.courses, course));
    if (thing === undefined) return;
    await this.courses.seal(thing, course, sensitivity);
    this.put(about, course, thing, sensitivity);
  }

  private async leftCare({ child }: Thing): Promise<void> {
    // A child leaves care once, and one who is not looked after never does.
    await this.courses.council.post('Mona', `/children/${child}/leave-care`, { on: TODAY, because: 'returned-home' });
    await this.courses.council.caughtUp();
  }

  private async conversation(course: Course, sensitivity: Sensitivity): Promise<void> {
    const { child, iro } = await this.about(sensitivity, () => this.courses.childFor(course));
    const words = this.courses.newWord();
    const spoke = { spokeTo: 'Tom', spokeOn: TODAY, result: `He will look into it, ${words}.`, children: [child] };
    const { reference: id } = await this.courses.council.done(iro, '/conversations', spoke);
    if (course === 'taken-over') await this.courses.handToNora(child);
    const thing = { id, child, words, holder: iro, asked: 'Tom' };
    await this.courses.seal(thing, course, sensitivity);
    this.put('conversation', course, thing, sensitivity);
  }

  /** A meeting with the dispute of that course on its agenda, beside a case of an IRO who is in no column. */
  private async agenda(course: (typeof PLAIN)[number], sensitivity: Sensitivity): Promise<void> {
    const { council } = this.courses;
    const dispute = await this.about(sensitivity, () =>
      this.courses.dispute(course === 'tabled' ? 'first-stage' : course),
    );
    const others = await this.caseOfOtto();
    const { reference: meeting } = await council.done('Mona', '/challenge/meetings', meetingOf(seatsIn(course)));
    const items = [dispute, others].map(({ id, words }) => ({ dispute: id, note: `It has waited, ${words}.` }));
    await council.done('Mona', `/challenge/meetings/${meeting}/add-items`, { items });
    await this.courses.seal(dispute, course, sensitivity);
    this.put('case on an agenda', course, { ...dispute, meeting }, sensitivity);
    if (sensitivity !== 'ordinary') return;
    this.put('meeting', course, { ...dispute, id: meeting });
    this.put('other case on that agenda', course, { ...others, meeting });
  }

  private async caseOfOtto(): Promise<Thing> {
    const child = await this.courses.newChild('Otto');
    const words = this.courses.newWord();
    const raised = { kind: 'formal', children: [child], theme: 'HEALTH', concern: 'No dentist.' };
    const { reference: id } = await this.courses.council.done('Otto', '/disputes', raised);
    return { id, child, words, holder: 'Otto', asked: 'Tom' };
  }

  /** On record as the program writes it, about a case of nobody here. */
  private async noticeToOtto(): Promise<void> {
    const { data, metadata } = JSON.parse(readFileSync(A_NOTICE, 'utf8')) as Pick<EventToAppend, 'data' | 'metadata'>;
    const written = { id: randomUUID(), type: 'NoticeWritten', data: { ...data, to: 'otto' }, metadata };
    const id = String(data['notice']);
    await this.courses.council.store.append(`notice-${id}`, 'no_stream', [written]);
    for (const course of COURSES) this.put('notice to somebody else', course, { ...NOTHING, ...NOT_NAMED, id });
  }

  private async series(): Promise<void> {
    const id = (await this.courses.council.done('Mona', '/challenge/series', seriesBody('start'))).reference;
    for (const course of COURSES) this.put('series', course, { ...NOTHING, id });
  }

  private async child(course: Course, sensitivity: Sensitivity): Promise<void> {
    const { child, iro } = await this.about(sensitivity, () => this.courses.childFor(course));
    if (course === 'taken-over') await this.courses.handToNora(child);
    const thing = { id: child, child, words: child, holder: iro, asked: 'Tom' };
    await this.courses.seal(thing, course, sensitivity);
    this.put('child', course, thing, sensitivity);
  }
}

const A_NOTICE = new URL('../golden/notice/NoticeWritten.v1.json', import.meta.url);

/** A notice names no child, and nobody writes in it. */
const NOT_NAMED = { child: 'nobody', words: 'no words' };

const RESTRICTED = ['restricted, on the list', 'restricted, not on the list'] as const satisfies Sensitivity[];

const DIED = 'child has died' satisfies Sensitivity;

const keyFor = (about: string, course: Course, sensitivity: Sensitivity): string =>
  [about, course, sensitivity].join(' | ');
