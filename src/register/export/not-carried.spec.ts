import { describe, expect, it } from '@jest/globals';
import type { DisputeEvent } from '../../disputes/events.js';
import { Controls } from '../../../test/support/controls.js';
import { at, dispute } from '../../../test/support/leaders.js';
import { readModelsOf, type Story } from '../../../test/support/read-models.js';
import { covering, registerOf } from '../../../test/support/registers.js';
import { leftBehind } from './not-carried.js';
import { acknowledgementsToWrite, disputesToWrite } from './rows-of-record.js';

const NOW = '2022-06-01T09:00:00.000Z';
const modelsOf = (...stories: Story[]) => readModelsOf(...stories);
const countedIn = async (...stories: Story[]): Promise<Map<string, number>> => {
  const models = await modelsOf(...stories);
  return new Map(leftBehind(disputesToWrite(models), models, NOW).map(({ what, count }) => [what, count]));
};
const raised = (reference: string, ...events: Story['events']): Story =>
  dispute(reference, ...Controls.disputeRaised({ reference }), ...events);
const granted: DisputeEvent = { type: 'ExtensionGranted', data: {} } as unknown as DisputeEvent;

describe('the records that a spreadsheet cannot carry', () => {
  it('is nothing of a register that was read in', async () => {
    const register = registerOf('r', { disputes: [{}, { outcome: null }], covers: covering('2021/22', 'formal') });
    expect([...(await countedIn(...register)).keys()]).toEqual([]);
  });

  it('is counted by record, however often it happened in one', async () => {
    const counted = await countedIn(raised('DRP-0000-0001', granted, granted), raised('DRP-0000-0002', granted));
    expect(counted.get('disputes with more time to answer')).toBe(2);
  });

  it('is a dispute whose answers figures count otherwise than its row', async () => {
    const due = [...counted(await countedIn(raised('DRP-0000-0001', answered)))];
    expect(due).toEqual([]);
    const again = raised('DRP-0000-0001', answered, Controls.answerRejected(), ...Controls.escalated());
    expect([...counted(await countedIn(again))]).toEqual([1]);
  });

  it('is the ladder, the level and the stage of one that is not formal yet, which no row has', async () => {
    const at1 = { number: 1, code: '1', name: 'Stage 1', reason: null };
    const onAnother = Controls.formalDisputeRaised({
      reference: 'DRP-0000-0001',
      stage: { ...at1, number: 2, ladder: 'conferences', countsAs: 'formal', level: 'red' },
    });
    const notFormal = Controls.informalDisputeRaised({
      reference: 'DRP-0000-0002',
      stage: { ...at1, ladder: 'main', countsAs: 'pre-formal' },
    });
    const stories = [dispute('DRP-0000-0001', onAnother), dispute('DRP-0000-0002', notFormal)];
    const models = await modelsOf(...stories);
    expect(disputesToWrite(models).map(({ facts }) => [facts.kind, facts.stageReached])).toEqual([
      ['formal', 1],
      ['informal', 0],
    ]);
    const found = [...(await countedIn(...stories))].filter(([what]) => /ladder|level/.test(what));
    expect(found.map(([what, count]) => [what.replace(/ \(.*/, ''), count])).toEqual([
      ['disputes on another ladder than the main one', 1],
      ['informal disputes at a stage of their ladder that is not formal yet', 1],
      ['disputes with a level', 1],
    ]);
  });

  it('names the figures that only the service counts', async () => {
    const models = await modelsOf(raised('DRP-0000-0001'));
    const [of] = leftBehind(disputesToWrite(models), models, NOW).filter(({ what }) => what.startsWith('figures that'));
    expect(of!.figures).toEqual(expect.arrayContaining(['reopened', 're-raised', 'child told', 'mid-way audits']));
  });

  it('is that an acknowledgement was withdrawn, not the acknowledgement, which is counted', async () => {
    const story: Story = {
      stream: 'acknowledgement-PA-1',
      events: [
        {
          type: 'PracticeAcknowledged',
          data: {
            ...{ reference: 'PA-1', givenOn: Controls.today, giver: 'iro-rowe', giverRole: 'iro', protocolVersion: 1 },
            ...{ adviceGiven: [], acknowledged: Controls.acknowledged },
          },
        },
        { type: 'AcknowledgementWithdrawn', data: { reason: 'It was for another team.' } },
      ],
    };
    const models = await modelsOf(story);
    expect(acknowledgementsToWrite(models)).toHaveLength(1);
    const [withdrawn] = leftBehind([], models, NOW).filter(({ what }) => what.startsWith('withdrawn'));
    expect(withdrawn).toMatchObject({ count: 1, figures: ['acknowledgements withdrawn'] });
  });
});

const answered = at('2022-04-20T10:00:00.000Z', Controls.answerGiven({ answeredOn: '2022-04-20' }));
const counted = (found: ReadonlyMap<string, number>): number[] =>
  [...found].filter(([what]) => what.includes('one row cannot tell')).map(([, count]) => count);
