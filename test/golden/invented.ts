import type { Addressee, DisputeRaised, ImportedDisputeFacts, Subject } from '../../src/disputes/events.js';

/* Children, people, teams and words of the examples of events: all of them invented. */

export const DISPUTE = 'DRP-CQGG-BXZC';
export const INFORMAL = 'DRP-VDSM-86HJ';
export const IMPORTED = 'DRP-E2SR-H77Q';
export const ACKNOWLEDGEMENT = 'PA-HHMJ-GM00';
export const IMPORTED_ACKNOWLEDGEMENT = 'PA-S22R-1V46';

export const THROUGH_CARE = 'fe995fd3-8508-5063-ac42-310ae0ebc90f';
export const LOCALITY = 'bc66e804-639c-5143-a6b5-7de637ab6de5';
export const INES_THE_IRO = 'd74f85ae-8c89-511c-99e0-d57a10dceeb0';
export const JO_THE_IRO = '608bf1fd-fe2c-5eda-aaa8-db0b17da6230';
export const SAM_THE_SOCIAL_WORKER = '1472cd7d-8a10-5e17-8fd7-ccaa3153b527';
export const TEAM_MANAGER_POST = 'ab73476e-88cc-5c5f-bb9c-4b8fa825d566';
export const CHALLENGE_MEETING = '5d1f0c1e-3f0b-5b0e-9f2e-0c7d3a1b9e55';
export const PROPOSAL = 'PRP-7K4M-2QXH';
export const CASELOAD = 'CLH-7K4M-2QXH';
export const IMPORT = '29979788-c28c-54c5-ba75-dbb373ec12fa';

export const subject: Subject = {
  children: ['2041187'],
  population: 'looked-after',
  iro: INES_THE_IRO,
  team: THROUGH_CARE,
};
export const teamManager: Addressee = { team: THROUGH_CARE, posts: ['team-manager'] };
export const serviceManager: Addressee = { team: THROUGH_CARE, posts: ['service-manager'] };

export const raised: DisputeRaised = {
  reference: DISPUTE,
  subject,
  raisedOn: '2022-04-14',
  protocolVersion: 1,
  stage: { ladder: 'main', number: 1, countsAs: 'formal', code: 'stage-1', name: 'Team manager', reason: null },
  addressee: teamManager,
  theme: 'DD-PERM',
  secondaryThemes: ['VOICE'],
  concern: 'The second review has passed and there is still no permanence plan on file.',
  impactIfNothingChanges: 'She does not know where she will live after the summer, and says so at every visit.',
  acknowledged: 'Sam visits every week and knows her well.',
  actionsWanted: [
    {
      what: 'Write the permanence plan and share it with me',
      who: 'Team manager',
      by: '2022-04-28',
      measure: 'On file, and read to her',
    },
    { what: 'Book the permanence planning meeting', who: null, by: 'ASAP', measure: null },
  ],
  spokeFirst: { spokeTo: 'The team manager', spokeOn: '2022-04-12', result: 'No date could be given.' },
  childView: {
    view: '“I want to stay with Carol.”',
    told: true,
    advocateOffered: true,
    advocateOfferedOn: '2022-04-13',
  },
  urgent: false,
  links: [{ kind: 'formalises', to: INFORMAL }],
  adviceGiven: [
    {
      code: 'date-is-not-a-date',
      message: '“ASAP” is not a date. Say by when.',
      pointer: '/actionsWanted/1/by',
    },
  ],
};

export const importedFacts: ImportedDisputeFacts = {
  kind: 'formal',
  children: ['2077310'],
  iro: JO_THE_IRO,
  team: LOCALITY,
  teamManager: 'P. Elm',
  raisedOn: '2021-11-02',
  theme: 'DD',
  concern: 'The assessment agreed at the review has not begun.',
  spokeFirst: true,
  dueOn: '2021-11-16',
  answeredOn: '2021-11-18',
  agreement: 'agree',
  stageReached: 1,
  challengeMeeting: null,
  outcome: 'RES-ACT',
  outcomeWords: 'Resolved - actions agreed',
  resolvedOn: '2021-11-25',
  impact: 'plan-moving',
  impactWords: 'Plan moved on',
};

/** As an event names it. */
export const A_DOCUMENT = {
  id: 'kT3vQ9mZ0x1bC7dF2gH5jL8nP4rS6tV-wY_aE3iO7uA',
  name: 'Case note 21 April.pdf',
  type: 'application/pdf',
  size: 48213,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
