import Database from 'better-sqlite3';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AWAITING,
  type DisputeFilters,
  FROM_DISPUTES,
  narrowedDisputes,
  OVERDUE,
} from '../projections/dispute-register/dispute-register.queries.js';
import { projections } from '../projections/index.js';
import { themeCases, themeFigures } from '../src/reports/themes/theme-figures.js';
import { addDays, endOfDay } from '../src/calendar/dates.js';
import { systemClock } from '../src/platform/clock/clock.js';
import type { DisputeEvent } from '../src/disputes/events.js';
import type { EventStore } from '../src/platform/event-store/event-store.js';
import { MemoryEventStore } from '../src/platform/event-store/memory/memory-event-store.js';
import { ProjectionRunner } from '../src/platform/projections/projection-runner.js';
import { annualReport } from '../src/reports/annual/annual-report.js';
import { append, median } from './support/council-years.js';

/*
 * Themes, lists and the annual report over ten years of a council (300 disputes and 100 acknowledgements a year), and of one ten times
 * as big. Beside each, its bare SELECT by hand on the same file, which looks up no name, counts no child, checks no coverage and makes
 * no cursor: the least that any program must do. Aim: well under 20 ms each.
 */

const YEARS = 10;
const DISPUTES_A_YEAR = 300;
const ACKNOWLEDGEMENTS_A_YEAR = 100;
const FIRST_DAY = '2014-04-01';
const YEAR = '2021/22';
const TODAY = '2024-03-31';
const NOW = `${TODAY}T12:00:00.000Z`;
const TEAMS = ['tc1', 'tc2', 'tc3', 'tc4', 'ln', 'ls', 'lwf', 'cwd', 'uasc'];
const THEMES = ['DD-PERM', 'DD-CARE', 'DD-REV', 'PLAN', 'PLACE', 'VISIT', 'EDUC', 'HEALTH', 'FAMILY', 'MGMT'];

const disputeFrom = (number: number, reference: string, day: string): DisputeEvent[] => {
  const stage = { number: number % 3 === 0 ? 1 : 0, code: 's', name: 'Stage', reason: null };
  const dueOn = addDays(day, 7);
  const open = number % 25 === 0;
  return [
    {
      type: stage.number === 1 ? 'FormalDisputeRaised' : 'InformalDisputeRaised',
      data: {
        reference,
        subject: {
          children: number % 7 === 0 ? [`${number % 900}`, `${(number + 1) % 900}`] : [`${number % 900}`],
          population: 'looked-after',
          iro: `iro-${number % 14}`,
          team: TEAMS[number % TEAMS.length]!,
        },
        raisedOn: day,
        protocolVersion: 1,
        stage: { ladder: 'main', countsAs: stage.number === 0 ? 'informal' : 'formal', ...stage },
        addressee: { team: TEAMS[number % TEAMS.length]!, posts: ['team-manager'] },
        theme: THEMES[(number * 7) % THEMES.length]!,
        secondaryThemes: [],
        concern: 'The actions agreed at the review have not begun, and no date has been given. '.repeat(6),
        impactIfNothingChanges: null,
        acknowledged: null,
        actionsWanted: [],
        spokeFirst: null,
        childView: null,
        urgent: false,
        links: [],
        adviceGiven: [],
      },
    },
    {
      type: 'AnswerDeadlineSet',
      data: {
        round: 1,
        ladder: 'main',
        stage: stage.number,
        needs: 'answer',
        protocolVersion: 1,
        why: 'raised',
        startedOn: day,
        firstDueOn: dueOn,
        dueOn,
        dueAt: endOfDay(dueOn),
        rule: '5 working days',
      },
    },
    ...(open
      ? []
      : ([
          {
            type: 'AnswerGiven',
            data: {
              round: 1,
              stage: stage.number,
              answeredOn: dueOn,
              role: 'team-manager',
              agreement: 'agree',
              reasons: 'Agreed.',
              actions: [],
              evidence: null,
              adviceGiven: [],
              complete: true,
              standing: 'awaiting-judgement',
            },
          },
          { type: 'AnswerAccepted', data: { round: 1, role: 'iro', reason: 'Settled.', standing: 'accepted' } },
          {
            type: 'DisputeResolved',
            data: {
              outcome: 'RES-FULL',
              impact: ['plan-moving'],
              impactNote: null,
              stageReached: stage.number,
              actionsOutstanding: [],
              iroDissents: false,
            },
          },
        ] satisfies DisputeEvent[])),
  ];
};

const fill = async (store: EventStore, size: number): Promise<void> => {
  for (const team of TEAMS) {
    await append(store, `team-${team}`, FIRST_DAY, {
      type: 'TeamRegistered',
      data: {
        teamId: team,
        code: team,
        name: `Team ${team}`,
        alsoWrittenAs: [],
        service: 'Care',
        from: null,
        to: null,
        succeeds: [],
      },
    });
  }
  const dayOf = (index: number, total: number): string =>
    addDays(FIRST_DAY, Math.floor((index * YEARS * 365.25) / total));
  const disputes = YEARS * DISPUTES_A_YEAR * size;
  for (let number = 0; number < disputes; number++) {
    const [reference, day] = [`D-${number}`, dayOf(number, disputes)];
    await append(store, `dispute-${reference}`, day, ...disputeFrom(number, reference, day));
  }
  const acknowledgements = YEARS * ACKNOWLEDGEMENTS_A_YEAR * size;
  for (let number = 0; number < acknowledgements; number++) {
    const [reference, day] = [`PA-${number}`, dayOf(number, acknowledgements)];
    await append(store, `acknowledgement-${reference}`, day, {
      type: 'PracticeAcknowledged',
      data: {
        reference,
        givenOn: day,
        giverRole: 'iro',
        giver: `iro-${number % 14}`,
        protocolVersion: 1,
        acknowledged: {
          children: [`${number % 900}`],
          team: TEAMS[number % TEAMS.length]!,
          people: [],
          wholeTeam: true,
          theme: 'PA-DIRECT',
          whatTheyDid: 'A swift, well-planned move.',
          differenceForChild: null,
        },
        adviceGiven: [],
      },
    });
  }
};

const measure = async (size: number): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'footprint-bench-'));
  const path = join(folder, 'read-models.sqlite');
  const store = new MemoryEventStore(systemClock);
  try {
    await fill(store, size);
    const runner = new ProjectionRunner({ store, path, projections });
    await runner.catchUp();
    const failed = runner.status().filter(({ failure }) => failure !== null);
    if (failed.length > 0) throw new Error(failed.map(({ name, failure }) => `${name}: ${failure}`).join('\n'));
    const byHand = new Database(path, { readonly: true });
    const records = (YEARS * (DISPUTES_A_YEAR + ACKNOWLEDGEMENTS_A_YEAR) * size).toLocaleString('en-GB');
    const line = (what: string, ours: () => unknown, sql: string, ...parameters: unknown[]): void => {
      const statement = byHand.prepare(sql);
      const [our, their] = [median(ours), median(() => statement.all(...parameters))];
      console.log(
        `${what}, of ${records} records: ours ${our.toFixed(2)} ms, bare SELECT ${their.toFixed(2)} ms, ratio ${(their / our).toFixed(2)}`,
      );
    };
    const grouped = (columns: string): string =>
      `SELECT ${columns}, count(*) FROM dispute_register WHERE year = ? AND status <> 'voided' GROUP BY ${columns}`;

    line(
      'themes by kind, team, quarter',
      () => themeFigures({ year: YEAR, by: ['kind', 'team', 'quarter'] }, runner, TODAY),
      grouped('kind, team, quarter'),
      YEAR,
    );
    line(
      'themes by kind, theme group, service',
      () => themeFigures({ year: YEAR, by: ['kind', 'themeGroup', 'service'] }, runner, TODAY),
      grouped('kind, theme_group'),
      YEAR,
    );
    line(
      'cases behind a figure',
      () => themeCases({ year: YEAR, filters: { kind: 'informal', themeGroup: 'DD', team: 'tc1' } }, runner),
      `SELECT reference, raised_on FROM dispute_register WHERE year = ? AND kind = 'informal' AND theme_group = 'DD' AND team = 'tc1' ORDER BY raised_on DESC`,
      YEAR,
    );
    line('annual report', () => annualReport(YEAR, runner, NOW), grouped('kind'), YEAR);
    const listed = (
      what: string,
      filters: DisputeFilters,
      order: string,
      sql: string,
      ...parameters: unknown[]
    ): void => {
      const { where, parameters: named } = narrowedDisputes(filters, NOW);
      const list = `SELECT register.*, ${AWAITING} AS awaiting_now, ${OVERDUE} AS overdue ${FROM_DISPUTES}
        WHERE ${['1', ...where].join(' AND ')} ORDER BY ${order} LIMIT 51`;
      line(
        `register, ${what}`,
        () => runner.all(list, named),
        `SELECT * FROM dispute_register ${sql} LIMIT 51`,
        ...parameters,
      );
    };
    listed(
      'first page',
      {},
      'register.raised_on DESC, register.reference DESC',
      'ORDER BY raised_on DESC, reference DESC',
    );
    listed(
      'open and overdue, by due date',
      { status: 'open', overdue: true },
      'register.due_at, register.reference',
      `WHERE status = 'open' AND due_at <= ? ORDER BY due_at, reference`,
      NOW,
    );
    listed(
      'one team’s of a year',
      { team: 'tc1', year: YEAR },
      'register.raised_on DESC, register.reference DESC',
      `WHERE team = 'tc1' AND year = ? ORDER BY raised_on DESC, reference DESC`,
      YEAR,
    );
    byHand.close();
    await runner.close();
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
};

await measure(1);
await measure(10);
