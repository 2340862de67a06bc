import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { POST_KINDS } from '../protocol/protocol.js';
import { readProtocol } from '../protocol/read-protocol.js';
import { checkedProtocol, remarksOnAdoption } from './checked-protocol.js';
import { walkInWords } from './walk-in-words.js';

const POSTS_THAT_MAY_NOT = `id: nobody-can
title: Posts that may not
stages:
  - { name: Analyst, addressees: performance-analyst, judges: inspector, escalated-by: administrator, clock: 1 working-days }
  - { name: Business support, addressees: business-support, judges: social-worker, clock: 1 working-days }
`;
const THE_ANSWERER_JUDGES = `id: self-judge
title: The answerer judges
stages:
  - { name: Director, addressees: director, judges: director, escalated-by: director, clock: 1 working-days }
`;

const linesOf = (yaml: string): string[] =>
  checkedProtocol(yaml, 'rules.yaml').remarks.map(({ line, message }) => `${line}: ${message}`);

describe('a checked protocol', () => {
  it.each([
    ['performance-analyst', 'answer it'],
    ['inspector', 'judge the answer'],
    ['administrator', 'send it up'],
    ['business-support', 'answer it'],
    ['social-worker', 'judge the answer'],
  ])('names %s, whom it has %s and the access table refuses', (post, doing) => {
    const line = /business|social/.test(post) ? 5 : 4;
    // The IRO sends up whatever is said.
    const nobody = doing === 'send it up' ? '[.]' : '.*nobody could[.]';
    expect(linesOf(POSTS_THAT_MAY_NOT)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          new RegExp(
            `^${line}: .* names ${post} to ${doing}, and .* do that${nobody} Those that may: .*(?:iro|manager)`,
          ),
        ),
      ]),
    );
  });

  it('says of a senior who judges and is never asked that they cannot: they cannot read it', () => {
    const yaml = `id: x\ntitle: X\nstages:\n  - { name: A, addressees: team-manager, judges: [iro, assistant-director], clock: 24 hours }\n`;
    expect(linesOf(yaml)).toEqual([expect.stringMatching(/^4: .* names assistant-director to judge the answer/)]);
    expect(linesOf(yaml.replace('clock', 'copy-to: assistant-director, clock'))).toEqual([]);
  });

  it('names the dead end of a judge who is the only answerer', () => {
    expect(linesOf(THE_ANSWERER_JUDGES)).toEqual([
      expect.stringMatching(
        /^4: .* judged by the same.*the IRO judges it.* Name a judge who does not answer, as `judges: iro`/,
      ),
    ]);
  });

  it.each(['house', 'barnet', 'alerts-2017', 'leicestershire'])('finds nobody refused in %s', (name) => {
    const yaml = readFileSync(`protocols/${name}.yaml`, 'utf8');
    const guidance = readProtocol(yaml, name).remarks.length;
    expect(linesOf(yaml).slice(guidance)).toEqual([]);
  });

  it('names the chair where the chair sits in the seat of the IRO', () => {
    const walked = (populations: string): string =>
      walkInWords(
        readProtocol(
          `id: x\ntitle: X\nraisers: [iro, conference-chair]\npopulations: ${populations}\nstages: [{ name: A, addressees: team-manager, judges: conference-chair, clock: 24 hours }]\n`,
          'x',
        ).protocol,
      ).join();
    expect(walked('child-protection')).toMatch(/judged by conference chair; ended by conference chair$/);
    expect(walked('[looked-after, child-protection]')).toMatch(/judged by IRO or conference chair; /);
    expect(walked('looked-after')).toMatch(/judged by IRO; /);
  });

  it('is explained by a guide that names for each rule those whom the access table lets', () => {
    const guide = readFileSync('docs/protocol-file.md', 'utf8');
    const mayIn = (keys: string): string[] => {
      const [, named] = new RegExp(`^\\| [^|]*${keys}[^|]* \\| ([^|]*) \\|$`, 'm').exec(guide)!;
      const posts = [...named!.matchAll(/`([a-z-]+)`/g)].map(([, post]) => post!);
      return named!.startsWith('all but') ? POST_KINDS.filter((post) => !posts.includes(post)) : posts;
    };
    const named = (rule: string): string[] => {
      const [inStage, inFile] = rule.startsWith('in ') ? [`, ${rule.slice(3)}`, ''] : ['', `${rule}\n`];
      const answering = inStage.includes('addressees') ? '' : ', addressees: team-manager';
      const told = linesOf(
        `id: x\ntitle: X\nstages:\n  - { name: A, clock: 24 hours${answering}${inStage} }\n  - { name: B, addressees: director, clock: 24 hours }\n${inFile}`,
      );
      return /Those that may: (.*)[.]$/.exec(told.find((each) => each.includes('Those that may'))!)![1]!.split(', ');
    };
    expect(named('in sent-by: inspector')).toEqual(mayIn('`raisers`'));
    expect(named('in addressees: inspector')).toEqual(mayIn('`addressees`'));
    expect(named('in judges: inspector')).toEqual(mayIn('`judges`'));
    expect(named('in escalated-by: inspector')).toEqual(mayIn('`judges`'));
    expect(named('in copy-to: administrator')).toEqual(mayIn('`copy-to`'));
    expect(named('extensions: { allowed: yes, granted-by: inspector }')).toEqual(mayIn('`extensions.granted-by`'));
    expect(named('acknowledgement: { givers: inspector }')).toEqual(mayIn('`acknowledgement.givers`'));
    expect(named('cafcass: { by: [iro, inspector] }')).toEqual(mayIn('`cafcass.by`'));
    expect(named('recommendations: { clock: 24 hours, answered-by: inspector }')).toEqual(mayIn('`addressees`'));
  });

  it('walks no judge past a stage that only reports', () => {
    const yaml = `id: x\ntitle: X\nstages: [{ name: A, addressees: director, needs: report-only, clock: none }]\n`;
    expect(walkInWords(readProtocol(yaml, 'x').protocol).join()).toMatch(/reported to director; ended by IRO$/);
  });

  it.each(['inspector', 'social-worker'])('asks the access table whether %s may send a stage', (post) => {
    const first = `id: x\ntitle: X\nstages:\n  - { name: A, addressees: team-manager, clock: 24 hours`;
    expect(linesOf(`${first}, sent-by: ${post} }\n`)).toEqual([
      expect.stringMatching(new RegExp(`^4: .* names ${post} to send it, and the access table lets no such post`)),
    ]);
    const second = `${first} }\n  - { name: B, addressees: director, clock: 24 hours, sent-by: ${post} }\n`;
    expect(linesOf(second)).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^5: .* names ${post} to send it, and the access`))]),
    );
    expect(walkInWords(readProtocol(second, 'rules.yaml').protocol)[1]).toMatch(/sent by NOBODY \(refused: /);
  });

  it('asks for a sender who sends up the stage below whether that may', () => {
    const yaml = `id: x
title: X
stages:
  - { name: A, addressees: team-manager, copy-to: service-manager, judges: [iro, service-manager], escalated-by: service-manager, clock: 24 hours }
  - { name: B, addressees: director, copy-to: service-manager, sent-by: service-manager, clock: 24 hours }
`;
    expect(linesOf(yaml)).toEqual([]);
    expect(walkInWords(readProtocol(yaml, 'rules.yaml').protocol)[1]).toContain('sent by service manager;');
  });

  it('tells apart who judges and who lets it up, who gets a copy and who is told, and who continues it', () => {
    const yaml = `id: x
title: X
posts: [{ code: virtual-head, title: Virtual school head, acts-as: head-of-service }]
informal: { name: Word, addressees: social-worker, clock: 24 hours }
stages:
  - { name: A, addressees: virtual-head, judges: iro, escalation-judges: [iro, iro-manager], copy-to: team-manager, notify-only: head-of-qa, clock: 24 hours }
  - { name: B, addressees: director, needs: report-only, clock: none }
`;
    expect(walkInWords(readProtocol(yaml, 'rules.yaml').protocol)).toEqual([
      'Informal: raised by IRO; answered by social worker; judged by IRO; continued as a formal one by IRO, or whoever raised it; ended by IRO',
      'Stage 1: raised by IRO; answered by Virtual school head; judged by IRO; not accepted by IRO, IRO manager; sent up by IRO; ' +
        'ended by IRO; copied to team manager; told of it: head of QA',
      'Stage 2: entered first by IRO; reported to director; ended by IRO',
    ]);
  });

  const LADDER = `id: x
title: X
informal: { name: Word, addressees: social-worker, clock: 24 hours }
stages:
  - { name: A, addressees: team-manager, clock: 24 hours }
  - { name: B, addressees: service-manager, clock: 24 hours }
  - { name: C, addressees: director, clock: 24 hours }
`;

  it('says once of raisers that none of them may, or that the IRO is not among them', () => {
    const one = linesOf(`${LADDER}raisers: social-worker\n`);
    expect(one).toEqual([
      '8: The protocol names social-worker to raise, and the access table lets no such post do that. Nobody else is named, so nobody ' +
        'could. Those that may: iro, iro-manager, conference-chair, head-of-qa, qa-service-manager, business-support. The IRO is not among those who raise; the Handbook (6.4) makes the IRO personally responsible for it.',
    ]);
    expect(linesOf(`${LADDER}raisers: iro-manager\n`)).toEqual([expect.stringMatching(/^8: The IRO is not .*6\.4/)]);
    expect(linesOf(`${LADDER}raisers: [iro-manager, conference-chair]\npopulations: child-protection\n`)).toEqual([]);
    expect(linesOf(`${LADDER}raisers: [iro, inspector]\n`)).toEqual([
      expect.stringMatching(
        /^8: The protocol names inspector to raise, and the access table lets no such post do that\. Those that may: iro, [a-z, -]+\.$/,
      ),
    ]);
  });

  it('says once of the raisers of a ladder that they may not, or that the IRO begins nowhere on it', () => {
    const ladder = (raisers: string): string =>
      `${LADDER}ladders:\n  - code: other\n    name: Other\n    for: { raisers: ${raisers}, themes: DD }\n    stages:\n` +
      '      - { name: A, addressees: team-manager, clock: 24 hours }\n      - { name: B, addressees: director, clock: 24 hours }\n';
    expect(linesOf(ladder('iro-manager'))).toEqual([
      expect.stringMatching(
        /^11: The IRO is not among those who raise on the ladder other, so begins at none of its stages.*6\.2/,
      ),
    ]);
    expect(linesOf(ladder('[iro, inspector]'))).toEqual([
      expect.stringMatching(/^11: The ladder other names inspector to raise, and the access table/),
    ]);
  });

  it('says once what every stage takes from one line', () => {
    expect(linesOf(`${LADDER}every-stage: { judges: [iro, social-worker] }\n`)).toEqual([
      '8: The informal stage “Word” is answered by social-worker and judged by the same. Nobody judges their own answer: the other judges alone do. Leave social-worker out of judges.',
      expect.stringMatching(
        /^8: Stage 1 “A” \(and 2 other stages\) names social-worker to judge the answer, and the access table lets no such post do that[.] Those that may: iro, /,
      ),
    ]);
  });

  it('lets nobody enter a stage on paper who never comes to it', () => {
    const yaml = LADDER.replace('{ name: B,', '{ name: B, entry: { by: [iro, iro-manager] },');
    expect(linesOf(yaml)).toEqual([expect.stringMatching(/^6: .* lets iro-manager begin there, who neither raises/)]);
    expect(walkInWords(readProtocol(yaml, 'rules.yaml').protocol)[2]).toMatch(/^Stage 2: entered first by IRO;/);
  });

  it('walks the ladder on paper', () => {
    const { protocol } = readProtocol(POSTS_THAT_MAY_NOT, 'rules.yaml');
    expect(walkInWords(protocol)).toEqual([
      'Stage 1: raised by IRO; answered by NOBODY (refused: performance analyst); judged by NOBODY (refused: inspector); ' +
        'sent up by IRO (refused: administrator); ended by IRO (refused: inspector)',
      'Stage 2: entered first by IRO; answered by NOBODY (refused: business support); judged by NOBODY (refused: social worker); ' +
        'ended by IRO (refused: social worker)',
    ]);
  });
});

describe('an adoption', () => {
  const { protocol } = readProtocol(THE_ANSWERER_JUDGES, 'rules.yaml');
  it.each([
    ['2026-04-01', 'self-judge', []],
    ['2062-04-01', 'self-judge', ['more than a year ahead']],
    ['2006-04-01', 'self-judge', ['more than ten years back']],
    ['2026-04-01', 'another', ['Its id is self-judge; the protocol adopted last has another']],
  ])('from %s after one with the id %s', (from, id, expected) => {
    const remarks = remarksOnAdoption(protocol, from, '2026-03-01', { ...protocol, id }).map(({ message }) => message);
    expect(remarks).toEqual(expected.map((part) => expect.stringContaining(part) as unknown));
  });

  it('says where a ladder has another number of stages, for an open dispute goes on by number', () => {
    const [stage] = protocol.stages;
    const longer = { ...protocol, stages: [stage!, { ...stage!, number: 2 }] };
    const remarks = (now: typeof protocol, before: typeof protocol): string[] =>
      remarksOnAdoption(now, '2026-04-01', '2026-03-01', before).map(({ message }) => message);
    expect(remarks(protocol, longer)).toEqual([expect.stringContaining('has 1 stage, and had 2')]);
    expect(remarks(protocol, longer)[0]).toContain('none is above it from stage 1 on');
    expect(remarks(longer, protocol)).toEqual([expect.stringContaining('has 2 stages, and had 1')]);
    expect(remarks(longer, longer)).toEqual([]);
  });
});
