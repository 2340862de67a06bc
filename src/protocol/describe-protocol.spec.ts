import { describe, expect, it } from '@jest/globals';
import { shipped } from '../../test/support/shipped.js';
import { bundledHolidays } from '../calendar/bank-holidays.js';
import { workingCalendar } from '../calendar/working-days.js';
import { describeProtocol } from './describe-protocol.js';
import { readProtocol } from './read-protocol.js';

const calendar = workingCalendar(bundledHolidays());

describe('a protocol in words', () => {
  it('prints the ladder and works three dates out', () => {
    const text = describeProtocol(shipped('leicestershire').protocol, calendar);
    expect(text).toContain('Published: Leicestershire County Council');
    expect(text).toContain('Leicestershire QA alert and challenge meeting (leicestershire-qa-alert)');
    expect(text).toContain('Stage 2: Escalation process, 10 working days');
    expect(text).toContain('Answered by: service manager or head of service');
    expect(text).toContain('Settled when satisfied: IRO');
    expect(text).toContain('Stage 4: Challenge meeting, by the date of a meeting');
    expect(text.match(/A clock that starts on/g)).toHaveLength(3);
    expect(text).toContain('QA alert: due 2022-04-25 (5 working days, stage 1)');
  });

  it('says “none set” for a stage without a timescale, never 0', () => {
    const text = describeProtocol(shipped('alerts-2017').protocol, calendar, ['2022-04-14']);
    expect(text).toContain('Stage 4: Report to strategic director, none set');
    expect(text).toContain('Report to strategic director: none set');
    expect(text).toContain('Settled when satisfied: IRO and head of QA');
  });

  it('says what the rules mean, and of posts of its own their titles', () => {
    const { protocol } = readProtocol(
      `id: x
title: X
levels: [red, green]
posts: [{ code: virtual-head, title: Virtual school head, acts-as: head-of-service }]
extensions: { allowed: no, maximum-working-days: 5 }
stages:
  - { name: A, addressees: virtual-head, copy-to: [team-manager, social-worker], clock: 48 hours, on-silence: escalate, silence-is-not-accepted: no }
  - { name: B, addressees: [director, assistant-director], needs: report-only, clock: none }
ladders:
  - code: practice
    name: Practice
    for: { raisers: iro-manager, about: iro-practice }
    stages: [{ name: C, addressees: head-of-service, clock: 5 working-days }]
`,
      'rules.yaml',
    );
    const text = describeProtocol(protocol, calendar);
    expect(text).toContain('Answered by: Virtual school head');
    expect(text).toContain('Copies to: team manager and social worker');
    expect(text).toContain('Reported to: director and assistant director');
    expect(text).toContain('Silence alone lets it go up: yes, by itself');
    expect(text).toContain('More time at most: none');
    expect(text).toContain('About: the practice of an IRO, whom whoever raises it names');
    expect(text).toContain('Levels, said on raising; the IRO, and those who answer for the IRO service, may change it');
    expect(text.match(/Raised on a day nobody works/g)).toHaveLength(1);
  });

  it('says of the first stage that those who raise send it too', () => {
    const { protocol } = readProtocol(
      'id: x\ntitle: X\nstages: [{ name: A, addressees: team-manager, sent-by: iro-manager, clock: 1 hours }]\n',
      'rules.yaml',
    );
    expect(describeProtocol(protocol, calendar)).toContain('Sent by: IRO manager, besides those who raise\n');
    expect(describeProtocol(shipped('alerts-2017').protocol, calendar)).not.toContain('besides those who raise');
  });

  it('tells how extensions are granted', () => {
    const text = describeProtocol(shipped('house').protocol, calendar);
    expect(text).toContain('More time is given by: IRO or IRO manager');
    expect(text).toContain('More time at most: 5 working days');
  });
});
