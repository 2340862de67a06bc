import { describe, expect, it } from '@jest/globals';
import { bundledHolidays } from '../calendar/bank-holidays.js';
import { workingCalendar } from '../calendar/working-days.js';
import { describeProtocol } from './describe-protocol.js';
import { readProtocol } from './read-protocol.js';
import { protocolShown } from './shown/protocol-shown.js';

const CALENDAR = workingCalendar(bundledHolidays(), []);
const TOP = 'id: small\ntitle: Small\n';
const read = (yaml: string) => readProtocol(TOP + yaml, 'rules.yaml').protocol;
const shownOf = (yaml: string): string => describeProtocol(read(yaml), CALENDAR, ['2022-04-14']);
const pageOf = (yaml: string) => protocolShown(read(yaml), CALENDAR, ['2022-04-14']);

const FIRST = '{ name: First, addressees: team-manager, clock: 7 calendar-days }';
const PANEL = '{ name: Panel, addressees: assistant-director, clock: meeting, needs: meeting-decision }';
const REPORT = '{ name: Report, addressees: director, clock: none, needs: report-only }';
const LEVELS = 'levels: [{ code: red, clock: 24 hours }, { code: green, clock: 2 working-days }]\n';

describe('a protocol that is read back', () => {
  it('adds up the times of the stages each in its own unit', () => {
    expect(shownOf(`stages: [${FIRST}, ${PANEL}]\n`)).toContain(
      'Formal stages together: 7 calendar days (about 5 working days), and the date of a meeting.',
    );
    expect(pageOf(`stages: [${FIRST}, ${PANEL}]\n`).ladders[0]!.together).toMatch(
      /^7 calendar days .* date of a meeting$/,
    );
    expect(shownOf('stages: [{ name: A, addressees: director, clock: none }]\n')).toContain('together: none set.');
  });

  it('names with the sum the stages of which nobody knows how long they take', () => {
    const none = '{ name: A, addressees: service-manager, clock: none }';
    const last = '{ name: B, addressees: director, clock: none }';
    expect(shownOf(`stages: [${FIRST}, ${none}]\n`)).toContain(
      'together: 7 calendar days (about 5 working days), and one stage for which none is set.',
    );
    expect(shownOf(`stages: [${FIRST}, ${none}, ${last}]\n`)).toContain('and 2 stages for which none is set.');
    expect(shownOf(`stages: [${FIRST}, ${REPORT}]\n`)).toContain('together: 7 calendar days (about 5 working days).');
  });

  it('works dates out by the times that levels give, and none by a time that nothing ever has', () => {
    const shown = shownOf(`${LEVELS}stages: [{ name: A, addressees: director, clock: 9 working-days }]\n`);
    expect(shown).toContain('Stage 1: A, 24 hours at the level “red”, 2 working days at the level “green”');
    expect(shown).toContain('  A, level “green”: due 2022-04-20 (2 working days, stage 1)');
    expect(shown).not.toMatch(/due .*9 working days/);
    expect(shown).toContain(
      'Formal stages together: 24 hours (about 1 working day) at the level “red”; 2 working days at',
    );
    const [ladder] = pageOf(`${LEVELS}stages: [{ name: A, addressees: director, clock: 9 working-days }]\n`).ladders;
    expect(ladder!.stages.map(({ level, clock, due }) => [level, clock, due[0]!.dueOn])).toEqual([
      ['red', '24 hours', '2022-04-15'],
      ['green', '2 working days', '2022-04-20'],
    ]);
  });

  it('says of a stage that only reports who ends it, and nothing of an answer', () => {
    const report = shownOf(`stages: [${FIRST}, ${REPORT}]\n`).split('Stage 2: ')[1]!.split('\n\n')[0]!;
    expect(report).toContain('Ended by: IRO; nobody is asked if they are satisfied');
    expect(report).not.toMatch(
      /Settled when|No answer in time|Silence alone|May go up|Taken up by|earlier date|clock runs/,
    );
  });

  it('says that the IRO sends up what nobody answers whatever the others may', () => {
    const yaml = `stages: [{ name: A, addressees: team-manager, clock: 5 working-days, silence-is-not-accepted: no }, ${PANEL}]\n`;
    expect(shownOf(yaml)).toContain('Silence alone lets it go up: no, unless the IRO takes it up');
  });

  it('says that a meeting looks at the stages that it times as well', () => {
    const looks = 'A challenge meeting looks at every one that has reached stage 2';
    expect(shownOf(`challenge-from-stage: 2\nstages: [${PANEL}, ${REPORT}]\n`)).toContain(
      `${looks}, and at stages that a meeting times\n`,
    );
    expect(shownOf(`challenge-from-stage: 2\nstages: [${FIRST}, ${REPORT}]\n`)).toContain(`${looks}\n`);
  });
});
