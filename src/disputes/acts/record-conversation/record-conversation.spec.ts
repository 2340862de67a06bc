import { describe, expect, it } from '@jest/globals';
import { Controls } from '../../../../test/support/controls.js';
import { given } from '../../../../test/support/given.js';
import type { RecordConversation } from './record-conversation.js';

const conversation: RecordConversation = {
  type: 'record-conversation',
  reference: 'DRP-7K4M-2QXH',
  subject: Controls.subject,
  spokeTo: 'The team manager',
  spokeOn: Controls.today,
  result: 'A date was promised',
};
const byTheIro = Controls.context(Controls.iro);

describe('Recording a conversation', () => {
  it('alone is first contact, and no dispute', () => {
    const spoken = given().when(conversation, byTheIro);
    spoken.then(Controls.concernDiscussed());
    expect(given(Controls.concernDiscussed()).state.status).toBe('discussed');
  });

  it('names the children at first contact and not again', () => {
    given()
      .when({ ...conversation, subject: null }, byTheIro)
      .thenRefuses('subject-missing');
    given(...Controls.disputeRaised())
      .when(conversation, byTheIro)
      .thenRefuses('subject-known');
    given(...Controls.disputeRaised())
      .when({ ...conversation, subject: null }, byTheIro)
      .thenAmong({ type: 'ConcernDiscussed', data: expect.objectContaining({ subject: null }) as object });
  });

  it('tells whom, when and what came of it', () => {
    given()
      .when({ ...conversation, spokeTo: '' }, byTheIro)
      .thenRefuses('words-missing');
    given()
      .when({ ...conversation, result: '' }, byTheIro)
      .thenRefuses('words-missing');
    given()
      .when({ ...conversation, spokeOn: '2022-04-15' }, byTheIro)
      .thenRefuses('date-in-future');
  });

  it('is kept by those who raise disputes', () => {
    given().when(conversation, Controls.context(Controls.teamManager)).thenRefuses('asking-side-only');
  });
});
