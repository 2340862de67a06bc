import { describe, expect, it } from '@jest/globals';
import type { DisputeAct } from '../../src/disputes/acts/all-acts.js';
import type { DisputeEvent } from '../../src/disputes/events.js';
import { Refusal } from '../../src/platform/decider.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { annualReport } from '../../src/reports/annual/annual-report.js';
import { howFar } from '../../src/reports/how-far/how-far.js';
import { themeCases, themeFigures } from '../../src/reports/themes/theme-figures.js';
import { timeliness } from '../../src/reports/timeliness/timeliness.js';
import { Controls } from '../support/controls.js';
import { protocolAdopted, readingAt, team } from '../support/leaders.js';
import { readModelsOf } from '../support/read-models.js';
import { council, Walk } from './councils/walk.js';

/*
 * Councils that have what an ordinary one has not: several ladders, levels, stages that are not formal yet. Under each, disputes are
 * walked to every end, and the figures are those of the walk.
 */

const END = '2023-03-31T09:00:00.000Z';
const REFERENCES = [
  'DRP-0000-0000',
  'DRP-1111-1111',
  'DRP-2222-2222',
  'DRP-3333-3333',
  'DRP-4444-4444',
  'DRP-5555-5555',
];
const [A, B, C, D, E, F] = REFERENCES as [string, string, string, string, string, string];

const figures = async (protocol: Protocol, ...walks: readonly Walk[]) => {
  const models = await readModelsOf(
    protocolAdopted(protocol),
    team('through-care-3', 'Through Care 3'),
    ...walks.map(({ story }) => story),
  );
  return readingAt(models, END, protocol);
};

/** `formal main: settled 1 × 2`: where disputes came to rest, those places alone at which some did. */
const restedAt = (reading: Awaited<ReturnType<typeof figures>>): string[] =>
  howFar('2022/23', reading).kinds.flatMap(({ kind, ladder, places }) =>
    places
      .filter(({ count }) => count > 0)
      .map(({ place, stage, count }) =>
        [kind, ...(ladder === null ? [] : [ladder]), place, ...(stage === null ? [] : [stage]), `× ${count}`].join(' '),
      ),
  );

/** `main 1: 2 due, 1 in time`, lines with nothing in them left out. */
const answered = (
  reading: Awaited<ReturnType<typeof figures>>,
  by: readonly ('stage' | 'level' | 'kind')[] = ['stage'],
) =>
  timeliness('2022/23', by, reading)
    .counted!.figures.map(({ dimensions, due, inTime, replaced, overOtherwise }) => ({
      at: Object.values(dimensions).join(' '),
      due,
      inTime: inTime?.count,
      replaced: replaced?.count,
      over: overOtherwise?.count,
    }))
    .filter(({ due, replaced, over }) => (due ?? 0) + (replaced ?? 0) + (over ?? 0) > 0);

const withdraw: DisputeAct = { type: 'withdraw', reason: 'The facts were wrong.' };
const voided: DisputeAct = { type: 'void', because: 'raised-in-error', duplicateOf: null, reason: 'Twice.' };
const ended: DisputeAct = { type: 'end-otherwise', outcome: 'ENDED-CARE', reason: 'Adopted.', impact: ['not-known'] };
const escalate: DisputeAct = { type: 'escalate', toStage: null, reason: 'No date.', meetingOn: null };
const ofType = <Type extends DisputeEvent['type']>(walk: Walk, type: Type) =>
  walk.events.flatMap((event) => (event.type === type ? [event as Extract<DisputeEvent, { type: Type }>] : []));

describe('Three steps, the first two of which are not formal', () => {
  const protocol = council('three-steps');
  const raised = (reference = A): Walk => Walk.raised(protocol, reference);

  it('is informal on the ladder, and goes up in the same record', () => {
    const walk = raised();
    expect(walk.events[0]).toMatchObject({
      type: 'InformalDisputeRaised',
      data: { stage: { ladder: 'main', number: 1, countsAs: 'informal' } },
    });
    expect(walk.tries('iro', { type: 'formalise', formal: B, reason: 'No date.' })).toBe('formal-already');
    walk.answered().judged('not').wentUp();
    expect(walk.matter.kind).toBe('informal');
    walk.answered().judged('not').wentUp();
    expect(walk.matter.kind).toBe('formal');
  });

  it('has its limit over the formal stages alone, from the day the first of them begins', () => {
    const walk = raised();
    expect(ofType(walk, 'TotalCapSet')).toEqual([]);
    walk.later(5).answered().judged('not').wentUp().later(5).answered().judged('not').wentUp();
    expect(ofType(walk, 'TotalCapSet')).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ startedOn: '2022-04-24', dueOn: '2022-05-23' }) }),
    ]);
    walk.answered().judged('not').wentUp();
    expect(ofType(walk, 'TotalCapSet')).toHaveLength(1);
  });

  it('may be settled by a call while it is informal, and by an accepted answer alone after that', () => {
    expect(raised().resolved('iro').status).toBe('resolved');
    const resolve: DisputeAct = { type: 'resolve', outcome: 'RES-FULL', impact: ['plan-moving'], impactNote: null };
    expect(raised().wentUp('iro').tries('iro', resolve)).toBe('no-accepted-answer');
  });

  it('comes to every end, and each counts as what it reached', async () => {
    const reading = await figures(
      protocol,
      raised(A).answered().judged('satisfied').resolved(),
      raised(B).answered().judged('not').wentUp().answered().judged('satisfied').resolved(),
      raised(C).climbed(),
      raised(D).by('iro', withdraw),
      raised(E).wentUp('iro', 4).by('iro', ended),
      raised(F).by('iro', voided),
    );
    expect(restedAt(reading)).toEqual([
      'informal settled 1 × 1',
      'informal settled 2 × 1',
      'informal became-formal × 2',
      'informal withdrawn × 1',
      'formal stalemate × 1',
      'formal ended-otherwise × 1',
    ]);
    const value = (code: string) =>
      annualReport('2022/23', reading.readModels, reading.now).measures.find((each) => each.code === code)?.value;
    expect(['informal', 'informal.preFormal', 'formal', 'formal.stage4'].map(value)).toEqual([5, 2, 2, 2]);
  });
});

describe('Two ladders, one for children under a plan', () => {
  const protocol = council('two-roads');
  const ofAPlan = { subject: { ...Controls.subject, population: 'child-protection' as const } };
  const conference = (reference = A): Walk => Walk.raised(protocol, reference, ofAPlan, 'conference-chair');

  it('is chosen by what the child is, and every event that begins a stage says so', () => {
    const walk = conference().answered().judged('not').wentUp('conference-chair');
    expect(walk.place).toBe('conferences 2');
    expect(ofType(walk, 'DisputeEscalated')[0]!.data.to).toMatchObject({
      ladder: 'conferences',
      number: 2,
      code: 'conferences-stage-2',
    });
    expect(ofType(walk, 'AnswerDeadlineSet').map(({ data }) => [data.ladder, data.stage, data.rule])).toEqual([
      ['conferences', 1, '48 hours, stage 1 of conferences'],
      ['conferences', 2, '3 working days, stage 2 of conferences'],
    ]);
    expect(Walk.raised(protocol, B).place).toBe('main 1');
  });

  it('has judges of its own', () => {
    const walk = conference().answered();
    expect(walk.waitsFor).toEqual(['iro', 'head-of-qa']);
  });

  it('has no informal stage where its ladder has none', () => {
    expect(() => Walk.informally(protocol, A, ofAPlan, 'conference-chair')).toThrow(Refusal);
    expect(Walk.informally(protocol, A).place).toBe('main 0');
  });

  it('climbs its own ladder on silence', () => {
    const walk = conference().silent();
    expect(walk.place).toBe('conferences 2');
    expect(walk.silent().place).toBe('conferences 3');
    expect(walk.silent().place).toBe('conferences 3');
  });

  it('stays in its ladder under a newer protocol, and where that has none by its own version', () => {
    const renamed = {
      ...protocol,
      ladders: protocol.ladders!.map((ladder) => ({
        ...ladder,
        stages: ladder.stages.map((stage) => ({ ...stage, name: `New ${stage.name}` })),
      })),
    };
    const newer = conference().answered().judged('not').adopted(renamed).wentUp('conference-chair');
    expect(newer.place).toBe('conferences 2');
    expect(newer.round.protocolVersion).toBe(4);
    const { ladders: _ladders, ...withoutLadders } = protocol;
    const kept = conference().answered().judged('not').adopted(withoutLadders).wentUp('conference-chair');
    expect(kept.place).toBe('conferences 2');
    expect(kept.round.protocolVersion).toBe(1);
  });

  it('comes to every end on each ladder, and has figures per ladder', async () => {
    const reading = await figures(
      protocol,
      Walk.raised(protocol, A).answered().judged('satisfied').resolved(),
      Walk.raised(protocol, B).climbed(),
      conference(C).answered().judged('satisfied').resolved('conference-chair'),
      conference(D).silent().answered().judged('not').wentUp('conference-chair').by('conference-chair', withdraw),
      conference(E).climbed('conference-chair'),
      Walk.informally(protocol, F).resolved('iro'),
    );
    expect(restedAt(reading)).toEqual([
      'informal main settled 0 × 1',
      'formal main settled 1 × 1',
      'formal main stalemate × 1',
      'formal conferences settled 1 × 1',
      'formal conferences stalemate × 1',
      'formal conferences withdrawn × 1',
    ]);
    expect(answered(reading)).toEqual([
      { at: 'main 0', due: 0, inTime: 0, replaced: 0, over: 1 },
      { at: 'main 1', due: 2, inTime: 2, replaced: 0, over: 0 },
      { at: 'main 2', due: 1, inTime: 1, replaced: 0, over: 0 },
      { at: 'conferences 1', due: 3, inTime: 2, replaced: 0, over: 0 },
      { at: 'conferences 2', due: 2, inTime: 2, replaced: 0, over: 0 },
      { at: 'conferences 3', due: 1, inTime: 1, replaced: 0, over: 1 },
    ]);
    const { rows } = themeFigures({ year: '2022/23', by: ['stage'] }, reading.readModels, '2023-03-31');
    const atStages = rows.filter(({ filters }) => filters.kind === 'disputes');
    expect(atStages.map(({ dimensions, count }) => [...Object.values(dimensions), count])).toEqual([
      ['main', 0, 1],
      ['main', 1, 1],
      ['main', 2, 1],
      ['conferences', 1, 1],
      ['conferences', 3, 2],
    ]);
    const [first] = atStages.filter(({ dimensions }) => dimensions.ladder === 'conferences');
    expect(themeCases({ year: '2022/23', filters: first!.filters }, reading.readModels)).toMatchObject([
      { reference: C, ladder: 'conferences', stage: 1 },
    ]);
    const value = (code: string) =>
      annualReport('2022/23', reading.readModels, reading.now).measures.find((each) => each.code === code)?.value;
    expect(['formal', 'formal.stage1', 'formal.conferences.stage1', 'formal.conferences.stage3'].map(value)).toEqual([
      5, 1, 1, 2,
    ]);
  });
});

describe('A concern about the practice of an IRO', () => {
  const protocol = council('about-the-iro');
  const ownIro = 'iro-rowe';
  const about = { subject: { ...Controls.subject, iro: 'the-iro-manager', practiceOf: ownIro } };
  const concern = (reference = A): Walk => Walk.raised(protocol, reference, about, 'iro-manager');

  it('goes up its own ladder, held by the person who raises it, under whom it counts', () => {
    const walk = concern();
    expect(walk.place).toBe('practice 1');
    expect(walk.matter).toMatchObject({ heldBy: 'the-iro-manager', raisedBy: { person: 'the-iro-manager' } });
  });

  it('is never raised, held, judged, sent up, withdrawn or voided by that IRO, nor by who stands in for them', () => {
    expect(() => Walk.raised(protocol, B, about, 'iro').place).not.toThrow();
    const inPerson = { ...about, subject: { ...about.subject, practiceOf: 'the-iro' } };
    expect(() => Walk.raised(protocol, B, inPerson, 'iro')).toThrow('your own practice');
    const held = { subject: { ...about.subject, iro: ownIro } };
    expect(() => Walk.raised(protocol, B, held, 'iro-manager')).toThrow('never holds it');
    const walk = concern().answered();
    const acts: readonly DisputeAct[] = [
      { type: 'judge', verdict: 'satisfied', reason: 'Fine.' },
      escalate,
      withdraw,
      voided,
      { type: 'hand-over', toIro: ownIro, reason: 'Mine.' },
    ];
    expect(acts.map((act) => walk.tries('iro', act, ownIro))).toEqual([
      'judging-not-yours',
      'escalating-not-yours',
      'taking-back-not-yours',
      'taking-back-not-yours',
      'handing-over-not-yours',
    ]);
    expect(walk.tries('iro-manager', { type: 'hand-over', toIro: ownIro, reason: 'Theirs.' })).toBe('own-practice');
  });

  it('is refused where the protocol has no ladder for it', () => {
    expect(() => Walk.raised(council('two-roads'), A, about, 'iro')).toThrow(Refusal);
  });

  it('comes to every end, beside the disputes of the IRO', async () => {
    const reading = await figures(
      protocol,
      concern(A).answered().judged('satisfied').resolved('iro-manager'),
      concern(B).climbed('iro-manager'),
      concern(C).by('iro-manager', withdraw),
      concern(D).by('iro-manager', voided),
      Walk.raised(protocol, E).answered().judged('satisfied').resolved('iro'),
      concern(F).silent().wentUp('iro-manager'),
    );
    expect(restedAt(reading)).toEqual([
      'formal main settled 1 × 1',
      'formal practice settled 1 × 1',
      'formal practice stalemate × 1',
      'formal practice withdrawn × 1',
      'formal practice open × 1',
    ]);
    expect(
      reading.readModels.all<{ iro: string; disputes: number }>(
        `SELECT iro, count(*) AS disputes FROM dispute_register GROUP BY iro ORDER BY iro`,
      ),
    ).toEqual([
      { iro: 'iro-rowe', disputes: 1 },
      { iro: 'the-iro-manager', disputes: 5 },
    ]);
  });
});

describe('Red, amber and green', () => {
  const protocol = council('traffic-lights');
  const raised = (level: string, reference = A): Walk => Walk.raised(protocol, reference, { level });
  const change = (level: string): DisputeAct => ({
    type: 'change-level',
    level,
    reason: 'She has gone missing.',
    meetingOn: null,
  });

  it('give the time of the level, and red a ladder of its own', () => {
    expect(raised('green').dueOn).toBe('2022-05-03');
    expect(raised('amber').dueOn).toBe('2022-04-25');
    expect([raised('red').place, raised('red').dueOn]).toEqual(['red 1', '2022-04-15']);
    expect(() => Walk.raised(protocol, A)).toThrow('give one of the levels red, amber, green');
    expect(() => raised('blue')).toThrow('Choose among red, amber, green');
    expect(() => Walk.raised(council('three-steps'), A, { level: 'red' })).toThrow('no levels');
  });

  it('are changed before the date: the round ends as replaced, and a new one begins', () => {
    const walk = raised('green').later(4).by('iro', change('amber'));
    expect(walk.matter.rounds).toHaveLength(2);
    expect(walk.round).toMatchObject({ number: 2, stage: 1, level: 'amber' });
    expect(walk.dueOn).toBe('2022-04-25');
    walk.by('iro', change('red'));
    expect([walk.place, walk.matter.rounds.length]).toEqual(['red 1', 3]);
    expect(walk.answered().judged('not').wentUp('iro').place).toBe('red 2');
  });

  it('are changed after the date: the miss stays, and the level holds from the next stage on', () => {
    const walk = raised('amber').silent().by('iro', change('green'));
    expect(walk.matter.rounds).toHaveLength(1);
    expect(walk.round).toMatchObject({ passed: { answer: true }, level: 'amber' });
    walk.wentUp('iro');
    expect([walk.place, walk.round.level, walk.dueOn]).toEqual(['main 2', 'green', '2022-05-11']);
    const up = raised('amber').silent().by('iro', change('red')).wentUp('iro');
    expect(up.place).toBe('red 2');
  });

  it('are for the raising side to change, to another and with a reason', () => {
    const walk = raised('amber');
    expect(walk.tries('team-manager', change('green'))).toBe('service-only');
    expect(walk.tries('iro', change('amber'))).toBe('level-unchanged');
    expect(walk.tries('iro', change('blue'))).toBe('no-such-level');
    expect(walk.tries('iro', { ...change('red'), reason: ' ' } as DisputeAct)).toBe('words-missing');
    expect(Walk.raised(council('three-steps'), A).tries('iro', change('red'))).toBe('no-levels');
  });

  it('come to every end, replaced rounds apart', async () => {
    const reading = await figures(
      protocol,
      raised('green', A).answered().judged('satisfied').resolved(),
      raised('green', B).by('iro', change('red')).answered().judged('satisfied').resolved(),
      raised('amber', C).silent().by('iro', change('green')).climbed('iro'),
      raised('red', D).climbed(),
      raised('red', E).by('iro', withdraw),
      raised('amber', F).wentUp('iro', 3).by('iro', ended),
    );
    expect(answered(reading, ['level'])).toEqual([
      { at: 'amber', due: 1, inTime: 0, replaced: 0, over: 2 },
      { at: 'green', due: 3, inTime: 3, replaced: 1, over: 0 },
      { at: 'red', due: 3, inTime: 3, replaced: 0, over: 1 },
    ]);
    expect(restedAt(reading)).toEqual([
      'formal main settled 1 × 1',
      'formal main stalemate × 1',
      'formal main ended-otherwise × 1',
      'formal red settled 1 × 1',
      'formal red stalemate × 1',
      'formal red withdrawn × 1',
    ]);
  });
});

describe('The highest stage reached, where a level leads to a shorter ladder', () => {
  const protocol = council('traffic-lights');
  const change = (level: string): DisputeAct => ({
    ...{ type: 'change-level', level, reason: 'Gone.' },
    meetingOn: null,
  });
  const atTheTop = (): Walk => Walk.raised(protocol, A, { level: 'green' }).wentUp('iro', 3);
  const stagesIn = async (walk: Walk): Promise<unknown> => {
    const { readModels } = await figures(protocol, walk);
    return readModels.all('SELECT ladder, stage, current_stage FROM dispute_register');
  };

  it('is one of the ladder that it is on, in the register', async () => {
    expect(await stagesIn(atTheTop())).toEqual([{ ladder: 'main', stage: 3, current_stage: 3 }]);
    const shorter = (): Walk => atTheTop().by('iro', change('red'));
    expect(shorter().place).toBe('red 2');
    expect(await stagesIn(shorter())).toEqual([{ ladder: 'red', stage: 2, current_stage: 2 }]);
    expect(await stagesIn(shorter().by('iro', change('amber')))).toEqual([
      { ladder: 'main', stage: 3, current_stage: 2 },
    ]);
  });

  it('is where it comes to rest', async () => {
    const settled = atTheTop().by('iro', change('red')).answered().judged('satisfied').resolved();
    expect(restedAt(await figures(protocol, settled))).toEqual(['formal red settled 2 × 1']);
  });
});

describe('Drift first, by the primary theme alone', () => {
  const protocol = council('drift-first');
  const drift = (reference: string, more: object = {}): Walk =>
    Walk.raised(protocol, reference, { theme: 'DD-PERM', meetingOn: '2022-05-10', ...more });

  it('takes a theme of the group, and never a secondary one', () => {
    expect(drift(A).place).toBe('drift 1');
    expect(Walk.raised(protocol, A, { theme: 'EDUC', secondaryThemes: ['DD-PERM'] }).place).toBe('main 1');
    const corrected = Walk.raised(protocol, A, { theme: 'EDUC' }).by('iro', {
      type: 'correct-theme',
      theme: 'DD-PERM',
      secondaryThemes: [],
      reason: 'It is about the plan.',
    });
    expect(corrected.wentUp('iro').place).toBe('main 2');
  });

  it('comes to every end', async () => {
    const reading = await figures(
      protocol,
      drift(A).answered().judged('satisfied').resolved(),
      drift(B).climbed(),
      Walk.informally(protocol, C, { theme: 'PLAN' }).answered().judged('satisfied').resolved(),
      Walk.raised(protocol, D, { theme: 'EDUC' }).climbed(),
      drift(E).by('iro', withdraw),
      Walk.informally(protocol, F, { theme: 'DD' }).by('iro', { type: 'formalise', formal: A, reason: 'No date.' }),
    );
    expect(restedAt(reading)).toEqual([
      'informal drift settled 0 × 1',
      'informal drift became-formal × 1',
      'formal main stalemate × 1',
      'formal drift settled 1 × 1',
      'formal drift stalemate × 1',
      'formal drift withdrawn × 1',
    ]);
  });
});

describe('A dispute that the IRO manager raises, answered by each of two heads', () => {
  const protocol = council('by-the-manager');
  const raised = (reference: string): Walk => Walk.raised(protocol, reference, {}, 'iro-manager');

  it('is chosen by who raises', () => {
    expect(raised(A).place).toBe('managers 1');
    expect(Walk.raised(protocol, A).place).toBe('main 1');
  });

  it('comes to every end', async () => {
    const reading = await figures(
      protocol,
      raised(A).answered().judged('satisfied').resolved('iro-manager'),
      raised(B).climbed('iro-manager'),
      raised(C).by('iro', voided),
      Walk.raised(protocol, D).answered().judged('not').wentUp().answered().judged('satisfied').resolved(),
      raised(E).silent().wentUp('iro-manager').by('iro', withdraw),
      Walk.raised(protocol, F).by('iro', ended),
    );
    expect(restedAt(reading)).toEqual([
      'formal main settled 2 × 1',
      'formal main ended-otherwise × 1',
      'formal managers settled 1 × 1',
      'formal managers stalemate × 1',
      'formal managers withdrawn × 1',
    ]);
    expect(answered(reading)).toEqual([
      { at: 'main 1', due: 1, inTime: 1, replaced: 0, over: 1 },
      { at: 'main 2', due: 1, inTime: 1, replaced: 0, over: 0 },
      { at: 'managers 1', due: 3, inTime: 2, replaced: 0, over: 0 },
      { at: 'managers 2', due: 1, inTime: 1, replaced: 0, over: 1 },
    ]);
  });
});

describe('Each of these councils', () => {
  const practice = { subject: { ...Controls.subject, iro: 'the-iro-manager', practiceOf: 'iro-rowe' } };
  it.each([
    ['three-steps', {}, 'iro', 'informal'],
    ['two-roads', {}, 'iro', 'formal main'],
    ['about-the-iro', practice, 'iro-manager', 'formal practice'],
    ['traffic-lights', { level: 'green' }, 'iro', 'formal main'],
    ['drift-first', { theme: 'DD-PERM', meetingOn: '2022-05-10' }, 'iro', 'formal drift'],
    ['by-the-manager', {}, 'iro', 'formal main'],
  ] as const)(
    'counts what is withdrawn or ends otherwise, and not what was raised in error: %s',
    async (name, more, who, on) => {
      const protocol = council(name);
      const raised = (reference: string): Walk => Walk.raised(protocol, reference, more, who);
      const reading = await figures(
        protocol,
        raised(A).by(who, withdraw),
        raised(B).by(who, ended),
        raised(C).by(who, voided),
      );
      expect(restedAt(reading).sort()).toEqual([`${on} ended-otherwise × 1`, `${on} withdrawn × 1`]);
    },
  );
});
