import { describe, expect, it } from '@jest/globals';
import { DISPUTE_EVENTS_IN_NO_READ_MODEL } from '../src/disputes/acts/all-acts.js';
import { EVENT_CATALOGUE } from '../src/event-catalogue.js';
import { projections, viewProjections } from './index.js';

/** Events that say nothing to any read model, and why that is meant so. An act on a dispute says it of its own. */
const IN_NO_READ_MODEL: Readonly<Record<string, string>> = {
  ...DISPUTE_EVENTS_IN_NO_READ_MODEL,
  LegalAdviceTaken: 'privileged: it is read from its own stream, and nothing else may show that it is there',
  ClosingDaysSet: 'the calendar is folded whole, for every decision needs all of it',
  BankHolidaysEntered: 'as of the closing days',
  FirstAdministratorSet: 'whether the council is open, and who set it up, is asked of its own stream',
  CouncilNamed: 'as of the first administrator',
  CouncilOpened: 'as of the first administrator',
  SetUpLinkMade: 'as of the first administrator',
  SetUpLinkUsed: 'as of the first administrator',
  RoleTurnTaken: 'as of the first administrator',
  DirectoryReadingBegun: 'as of the first administrator',
  DirectoryReadingEnded: 'as of the first administrator',
  AgendaItemPlaced: 'the order of an agenda is read from the stream of its meeting',
  CaseloadHandOverBegun:
    'what was meant is read from its own stream, to go on with it; each record tells that it changed hands',
  CaseloadHandedOver: 'as of its beginning',
  NoticeDelayed: 'the outbox keeps since when a mailbox has taken nothing; a notice that waits is shown as waiting',
  NoticesBegan: 'the outbox asks its own stream once, when it starts',
  DueDatesAddressMade: 'the address of somebody’s due dates is asked of their own stream',
  DueDatesAddressEnded: 'as of its beginning',
  DipSampleDrawn: 'the samples of an IRO’s quarter are read from their own stream',
  ReportCommentedOn: 'as of a story that is signed off',
  ReportPresented: 'as of a story that is signed off',
  NoticePreferencesSet: 'how one person wants to be told is read from their own stream',
};

const named = new Set([...projections, ...viewProjections].flatMap(({ when }) => Object.keys(when)));
const written = Object.values(EVENT_CATALOGUE).flatMap((types) => Object.keys(types));

describe('Every event', () => {
  it('is folded by some read model, or is said here to be in none', () => {
    const forgotten = written.filter((type) => !named.has(type) && !(type in IN_NO_READ_MODEL));
    expect(forgotten).toEqual([]);
  });

  it('is said to be in no read model only where that is so', () => {
    expect(Object.keys(IN_NO_READ_MODEL).filter((type) => named.has(type) || !written.includes(type))).toEqual([]);
  });

  it('is written by the program where a read model names it', () => {
    expect([...named].filter((type) => !written.includes(type))).toEqual([]);
  });
});
