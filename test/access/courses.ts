import type { Directory } from '../../src/directory/directory.js';
import { DIRECTORY } from '../../src/platform/tokens.js';
import { aConcern, anAnswer, Council } from '../journeys/council.js';
import { fullerHouse } from '../support/fuller-house.js';
import { type Course, idOf, isNoProgram, peopleOf, PEOPLE_BESIDES, PROGRAMS, TEAMS_BESIDES } from './columns.js';
import type { Sensitivity } from './matrix-file.js';

/** One thing that cells ask about. */
export interface Thing {
  /** Its reference, or the id of a child. */
  readonly id: string;
  /** Id of the meeting on whose agenda it stands, where it is looked for there. */
  readonly meeting?: string;
  /** Id of the document that was sent with it. */
  readonly document?: string;
  readonly child: string;
  /** Another child of each IRO or chair whose it is or was, by the name of that person: where it is to be moved to one. */
  readonly rightChildren?: Readonly<Record<string, string>>;
  /** Somebody wrote this in it, and nowhere else. */
  readonly words: string;
  /** The name of the IRO or chair whose it is now. */
  readonly holder: string;
  /** The name of the manager who is asked. */
  readonly asked: string;
}

/** The day on which all of it happens. */
export const TODAY = '2023-04-03';
export const REASON = 'In words.';

/** The child whom that person would move it to. */
export const rightChildFor = ({ rightChildren = {}, holder }: Thing, person: string): string =>
  rightChildren[person] ?? rightChildren[holder]!;

const SENIOR_SEATS = ['assistant-director', 'agency-decision-maker', 'director', 'chief-executive'];

type Kind = 'informal' | 'formal';

interface Beginning {
  readonly kind?: Kind;
  /** How the raising differs from what its course asks for. */
  readonly over?: Readonly<Record<string, unknown>>;
}

/** A council of people for every column, and disputes that went as the columns need them. */
export class Courses {
  private count = 0;
  private hasChildrenOfTheirOwn = false;

  private constructor(
    readonly council: Council,
    /** A meeting in which senior posts sit. */
    readonly seniorMeeting: string,
    /** The text of the protocol in force. */
    readonly protocolFile: string,
  ) {}

  static async begin(): Promise<Courses> {
    let protocolFile = '';
    const council = await Council.begin('house', {
      adapted: (house) => (protocolFile = fullerHouse(house)),
      besides: { people: PEOPLE_BESIDES, teams: TEAMS_BESIDES },
    });
    await council.done('Mona', '/covers', { iro: 'iris', by: 'cora', from: TODAY, to: TODAY });
    await council.done('Mona', '/children/C1/name-social-worker', { socialWorker: 'walter' });
    for (const [program, role] of Object.entries(PROGRAMS)) await council.connect(program, role);
    const { reference } = await council.done('Mona', '/challenge/meetings', meetingOf(SENIOR_SEATS));
    return new Courses(council, reference, protocolFile);
  }

  /** A word that stands nowhere else. */
  newWord(): string {
    return `quince${++this.count}quince`;
  }

  /** A child of team north, of an IRO or chair and of Walter, whom nothing has been written about. */
  async newChild(iro: string): Promise<string> {
    const childId = `K${++this.count}`;
    const population = populationOf(iro);
    await this.council.done('Mona', '/children', { childId, initials: childId, population });
    await this.council.done('Mona', `/children/${childId}/allocate`, { team: 'north', iro: idOf(iro), from: TODAY });
    await this.council.done('Mona', `/children/${childId}/name-social-worker`, { socialWorker: 'walter' });
    return childId;
  }

  /** With children whom it may be moved to: nobody moves anything to a child whom they do not know. */
  async withRightChildren(thing: Thing, course: Course): Promise<Thing> {
    const rightChildren: Record<string, string> = {};
    const holders = course === 'taken-over' ? ['Pia', 'Nora'] : [thing.holder];
    for (const holder of holders) rightChildren[holder] = await this.newChild(holder);
    return { ...thing, rightChildren };
  }

  /** The child of a course, while it is still its first IRO's. */
  async childFor(course: Course): Promise<{ child: string; iro: string }> {
    if (this.hasChildrenOfTheirOwn && course !== 'taken-over') {
      const iro = course === 'chair' ? 'Carol' : 'Iris';
      return { child: await this.newChild(iro), iro };
    }
    if (course === 'chair') return { child: 'C4', iro: 'Carol' };
    if (course === 'taken-over') return { child: await this.newChild('Pia'), iro: 'Pia' };
    return { child: 'C1', iro: 'Iris' };
  }

  /** Records that are made meanwhile are about children of their own, so that one of them can die. */
  async withChildrenOfTheirOwn<Made>(make: () => Promise<Made>): Promise<Made> {
    this.hasChildrenOfTheirOwn = true;
    try {
      return await make();
    } finally {
      this.hasChildrenOfTheirOwn = false;
    }
  }

  /** The child is one who can leave care, whatever they were before: a looked-after one is with no conference chair. */
  async canLeaveCare(child: string): Promise<void> {
    const isWithAChair = this.council.app.get<Directory>(DIRECTORY).child(child, TODAY)?.iro === 'carol';
    const population = isWithAChair ? 'care-leaver' : 'looked-after';
    await this.council.done('Mona', `/children/${child}/complete`, { initials: child, population });
  }

  /** The child has been in care, and leaves it. */
  async leftCare(child: string): Promise<void> {
    await this.canLeaveCare(child);
    await this.council.done('Mona', `/children/${child}/leave-care`, { on: TODAY, because: 'returned-home' });
  }

  /** The child of it dies. */
  async died({ child }: Thing): Promise<void> {
    await this.council.done('Mona', `/children/${child}/record-death`, { on: TODAY });
  }

  /** It becomes as sensitive as a line says. */
  async seal(thing: Thing, course: Course, sensitivity: Sensitivity): Promise<void> {
    if (sensitivity === 'child has died') await this.died(thing);
    else if (sensitivity !== 'ordinary') await this.restrict(thing, course, sensitivity);
  }

  async handToNora(child: string): Promise<void> {
    await this.council.done('Mona', `/children/${child}/allocate`, { team: 'north', iro: 'nora', from: TODAY });
  }

  /** A dispute that went as its course says. */
  async dispute(course: Course, { kind = 'formal', over = {} }: Beginning = {}): Promise<Thing> {
    const { child, iro } = await this.childFor(course);
    const words = this.newWord();
    const document = await this.documentOf(iro, words);
    const body = aConcern({
      kind: course === 'informal' ? 'informal' : kind,
      children: [child],
      concern: `There is no permanence plan, ${words}.`,
      ...stageOf(course),
      documents: [document],
      ...over,
    });
    const { reference: id } = await this.council.done(iro, '/disputes', body);
    const thing = { id, child, document, words, holder: iro, asked: askedAt(body as { stage?: number }) };
    return { ...thing, ...(await this.goneOn(course, thing)) };
  }

  private async documentOf(person: string, words: string): Promise<string> {
    const { status, body, text } = await this.council.upload(person, 'note.txt', `A note of the visit, ${words}.`);
    if (status !== 201) throw new Error(`A document was not taken: ${status} ${text}`);
    return body.id;
  }

  private async goneOn(course: Course, { id, child, words, asked }: Thing): Promise<Partial<Thing>> {
    const act = (by: string, name: string, body: object) => this.council.done(by, `/disputes/${id}/${name}`, body);
    switch (course) {
      case 'taken-over':
        await this.handToNora(child);
        // The case goes with the child.
        return { holder: 'Nora' };
      case 'unanswered':
        await act('Iris', 'escalate', { reason: REASON });
        return { asked: 'Sven' };
      case 'passed-on':
        await act('Tom', 'redirect', { toTeam: 'south', reason: REASON });
        await act('Tess', 'redirect', { toTeam: 'west', reason: REASON });
        return { asked: 'Theo' };
      case 'tabled':
        await this.council.done('Mona', `/challenge/meetings/${this.seniorMeeting}/add-items`, {
          items: [{ dispute: id, note: `It has waited, ${words}.` }],
        });
        return {};
      case 'named':
        await act(asked, 'answer', anAnswer({ actions: actionsOfNamed(words) }));
        await act('Iris', 'judge', { verdict: 'satisfied', reason: REASON });
        return {};
      default:
        return {};
    }
  }

  /** An answer with an action, and that the IRO accepts it: nothing, where that has been. */
  async accepted({ id, holder, asked, words }: Thing, course: Course): Promise<void> {
    if (course === 'named') return;
    const actions = [{ what: `Take the plan to panel, ${words}.`, who: asked, by: '2023-04-14' }];
    await this.council.done(asked, `/disputes/${id}/answer`, anAnswer({ actions }));
    await this.council.done(holder, `/disputes/${id}/judge`, { verdict: 'satisfied', reason: REASON });
  }

  /**
   * To everybody whom the columns ask of that course, the manager who is asked and the IRO manager; or to nobody of them, and then the
   * IRO names who answers in place of those who are asked.
   */
  private async restrict({ id, holder, asked }: Thing, course: Course, sensitivity: Sensitivity): Promise<void> {
    const isOnList = sensitivity === 'restricted, on the list';
    const readers = isOnList ? [...new Set([...peopleOf(course), asked, 'Mona'])].filter(isNoProgram) : ['Otto'];
    const body = { readers: readers.map(idOf), reason: REASON };
    const url = `/disputes/${id}/restrict`;
    const { status } = await this.council.post('Mona', url, body);
    if (status !== 200) await this.council.done(holder, url, { ...body, answeredBy: idOf('Theo') });
    if (isOnList || !peopleOf(course).includes(IN_AN_EMERGENCY)) return;
    await this.council.done(IN_AN_EMERGENCY, `/disputes/${id}/take-emergency-access`, { reason: REASON, hours: 1 });
  }
}

/** Somebody who takes emergency access to every case that is restricted to others. */
const IN_AN_EMERGENCY = 'Hugo';

const actionsOfNamed = (words: string): object[] =>
  ['Walter', 'Tess', 'Anton'].map((who) => ({ what: `Take the plan to panel, ${words}.`, who, by: '2023-04-14' }));

export const meetingOf = (posts: readonly string[]): object => ({
  ...{ kind: 'challenge', name: 'Challenge', heldOn: '2023-04-12', startsAt: '14:00' },
  posts,
});

const stageOf = (course: Course): object => {
  if (course === 'third-stage') return { stage: 3, stageReason: REASON };
  if (course === 'fourth-stage') return { stage: 4, stageReason: REASON, meetingOn: '2023-04-12' };
  return {};
};

const ASKED = ['Tom', 'Tom', 'Sven', 'Anton', 'Dora'];
const askedAt = ({ stage = 0 }: { stage?: number }): string => ASKED[stage]!;

/** A conference chair has no child who is looked after. */
const populationOf = (iro: string): string => (iro === 'Carol' ? 'child-protection' : 'looked-after');
