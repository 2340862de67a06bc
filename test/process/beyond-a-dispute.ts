import { proposeAgenda } from '../../src/challenge/agenda/propose.js';
import { listProtocols, showProtocol } from '../../src/cli/commands/protocols-kept.js';
import { allStages, countedAs, laddersOf } from '../../src/protocol/ladder.js';
import { inCouncilWords } from '../../src/protocol/council-words.js';
import type { Protocol } from '../../src/protocol/protocol.js';
import { themeShown } from '../../src/protocol/theme-shown.js';
import { saysOf } from '../../src/protocol/words-now.js';
import { type CountedBesides, measuresFor } from '../../src/reports/measures.js';
import { standardsUnder } from '../../src/reviews/standards.js';
import { remarksOnAdoption } from '../../src/roles/checked-protocol.js';
import type { Council } from '../../src/cli/council.js';

/*
 * The consequences of a protocol beside its disputes: the warnings of an adoption, the names of its versions and the places at which they are
 * published, the words in which everything is said, the measures of the annual report, the agenda of a challenge meeting, the standards of
 * a check, and the labels of themes.
 */

export const beyondADispute = async (protocol: Protocol, before: Protocol): Promise<string[]> => [
  ...remarksOnAdoption(protocol, '2026-04-01', '2026-04-01', before).map(({ message }) => message),
  ...(await printed(protocol)),
  ...inWords(protocol),
  ...measuresFor(protocol.stages.length, protocol.oneForm === true, besidesIn(protocol)).map(({ label }) => label),
  ...agenda(protocol),
  ...[...standardsUnder(protocol), ...standardsUnder(protocol, 'post-18')].map(
    ({ code, text, theme }) => `${code}: ${text} (${theme})`,
  ),
  ...protocol.themes.map(({ code }) => themeShown(code, protocol.themes).label),
];

/** The list of versions, and the lines of one that say what it is called and where it is published. */
const printed = async (protocol: Protocol): Promise<string[]> => {
  const version = { version: 1, from: '2026-04-01', id: protocol.id, title: protocol.title, warnings: [], protocol };
  const queries = { execute: () => Promise.resolve({ inForce: 1, items: [version] }) };
  const council = { queries } as unknown as Council;
  const lines: string[] = [];
  const terminal = { environment: {}, print: (text: string) => void lines.push(text), say: () => undefined };
  await listProtocols(council, terminal, {});
  const listed = lines.splice(0);
  await showProtocol(council, terminal, 1, {});
  return [
    ...listed,
    ...lines
      .join('')
      .split('\n')
      .filter((line) => line.includes('Published')),
  ];
};

const EVERY_WORD =
  'A dispute, disputes, informal, formal, an acknowledgement, acknowledgements, a stage, stages, a challenge meeting, challenge meetings, DRP-CQGG-BXZC.';

/** On each ladder, for one may call things otherwise. */
const inWords = (protocol: Protocol): string[] =>
  laddersOf(protocol).map(({ code }) => {
    const { words, kept } = saysOf(protocol, code);
    return inCouncilWords(EVERY_WORD, words, kept);
  });

/** The measures that the annual report has besides. */
const besidesIn = (protocol: Protocol): CountedBesides => ({
  ladders: (protocol.ladders ?? []).map(({ code, name, stages }) => ({ code, name, stages: stages.length })),
  hasPreFormal: allStages(protocol).some((stage) => countedAs(stage) === 'pre-formal'),
});

/** The stages that the challenge meeting looks at. */
const agenda = (protocol: Protocol): string[] => {
  const cases = allStages(protocol).map((stage) => ({
    ...{ reference: `at stage ${stage.number}`, kind: 'formal' as const, isOpen: true, raisedOn: '2026-04-01' },
    ...{ themeGroup: 'DD', children: ['1568440'], formalises: null, isOverTotal: false, stage, protocol },
    stageSince: '2026-04-01',
    awaitsAnswer: true,
  }));
  const meeting = { kind: 'challenge', heldOn: '2026-05-01', stages: [], looksForCases: false, had: [] } as const;
  const rows = { cases, notWorkedOut: [], earlier: [], actions: [], decided: [], standing: [] };
  return proposeAgenda(meeting, rows, '2026-04-20').map(({ about }) => `on the agenda: ${JSON.stringify(about)}`);
};
