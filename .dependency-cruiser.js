// Who may know whom (docs/decisions/0001-pure-in-the-middle.md). `npm run structure` checks it, and script/test runs that.

const spec = '[.](spec|contract|examples)[.]ts$';

/** The rules of the house, and all that they are made of. */
const deciders = [
  '^src/access/(tokens/token|view-log/views)[.]ts$',
  '^src/disputes/(decide|legal-advice/legal-advice|time/[a-z-]+)[.]ts$',
  '^src/acknowledgements/acknowledgement[.]ts$',
  '^src/caseload/(caseload|plan)[.]ts$',
  '^src/roles/(proposal|council|what-a-protocol-gives|above)[.]ts$',
  '^src/sign-in/(accounts/account|sessions/session|oidc/identity)[.]ts$',
  '^src/drafts/draft[.]ts$',
  '^src/protocol/(adoption|ladder|deadline|protocol-book|read-protocol)[.]ts$',
  '^src/directory/(team|post|person|child|cover)[.]ts$',
  '^src/calendar/(dates|working-days|council-days)[.]ts$',
  '^src/reports/(report|my-work/due-dates/due-dates|iro-service/sheet/dip-sample)[.]ts$',
  '^src/reports/other-councils/other-councils[.]ts$',
  '^src/reports/publishing/(edition|published-report|disclosure-log/(disclosure|told-apart))[.]ts$',
  '^src/reports/disclosure/(coarser|cross-table|hide|printed-table|proof|release-of-records|small|what-prints)[.]ts$',
  '^src/reviews/(review|recommendations/recommendations)[.]ts$',
  '^src/register/import/register-import[.]ts$',
  '^src/roles/(council|proposal)[.]ts$',
  '^src/notices/(notice|beginning|preferences/preferences|who-is-told|reminders)[.]ts$',
  '^src/deadlines/(deadlines|sheet)[.]ts$',
  '^src/challenge/(recurrence|meeting/(decide|acts-on-disputes)|series/decide|agenda/propose)[.]ts$',
];

/** How people reach a feature: HTTP, pages and the text of the command line. */
const doors = '[.](route|api|page|text)[.]ts$';

/** Commands about the log and the read models as a whole, and what opens the data for the command line. */
const aboutTheLog = ['^src/cli/(open-)?council[.]ts$', '^src/cli/commands/(log|copy-log|verify)-actions[.]ts$'];

/** The rules of each feature: what is decided, what its state is, and the acts. What looks things up for an act is not among them. */
const rules = {
  disputes: [
    '^src/disputes/(dispute|events|rules|decide|seats|context|restriction|addressee-of|agreed-actions|writing-help)[.]ts$',
    '^src/disputes/(acts|acts/[a-z-]+|time)/[a-z-]+[.]ts$',
    '^src/disputes/legal-advice/legal-advice[.]ts$',
  ],
  acknowledgements: [
    '^src/acknowledgements/(acknowledgement|rules|state|acts|context)[.]ts$',
    '^src/acknowledgements/[a-z-]+/(give|thank|correct|withdraw|hand-over|import-row|correct-imported|withdraw-imported)[.]ts$',
  ],
  caseload: ['^src/caseload/(caseload|plan)[.]ts$'],
  challenge: [
    '^src/challenge/(rules|context|(meeting|series)/(meeting|series|decide))[.]ts$',
    '^src/challenge/(meeting|series)/acts/[a-z-]+/[a-z-]+[.]ts$',
  ],
  reviews: ['^src/reviews/(review|acts)[.]ts$', '^src/reviews/recommendations/(recommendations|acts|count-anew)[.]ts$'],
  directory: ['^src/directory/(team|post|person|child|cover|rules|acts)[.]ts$'],
  access: ['^src/access/(access-table|tokens/token|view-log/views)[.]ts$'],
  calendar: ['^src/calendar/(council-days|closing-days|enter-bank-holidays)[.]ts$'],
  protocol: ['^src/protocol/adoption[.]ts$'],
  register: ['^src/register/import/register-import[.]ts$'],
  roles: ['^src/roles/(council|proposal)[.]ts$'],
  'sign-in': ['^src/sign-in/accounts/account[.]ts$'],
  reports: [
    '^src/reports/(report|other-councils/other-councils|my-work/due-dates/due-dates|iro-service/sheet/dip-sample|publishing/(edition|published-report|disclosure-log/disclosure))[.]ts$',
  ],
  notices: ['^src/notices/(notice|beginning|preferences/preferences)[.]ts$'],
};

/** Services that look things up for an act, and so may reach other features. */
const services = [
  '^src/disputes/acts/(raise/raise|formalise/continue-formally|record-conversation/begin-conversation)[.]ts$',
  '^src/challenge/meeting/acts/prepare/prepare[.]ts$',
];

/** What every feature's rules are made of. */
const common = [
  '^src/(calendar|protocol)/',
  '^src/platform/(canonical|chance|council-name|decider|long-wait|taking-back)[.]ts$',
  // The types of events: what is on record may be named by all.
  '^src/platform/event-store/event-store[.]ts$',
  '^src/[a-z-]+/events[.]ts$',
  // What makes something late is one rule for every feature (docs/decisions/0019-one-room-for-time.md).
  '^src/disputes/time/late[.]ts$',
];

const keepsToItself = ([feature, files]) => ({
  name: `rules-of-${feature}-keep-to-themselves`,
  comment:
    'A rule reaches no inside of another feature, not even its types: what several features need belongs to the calendar, the protocol or the decider.',
  severity: 'error',
  from: { path: files, pathNot: [spec, doors, '[.]dto[.]ts$', ...services] },
  to: { path: ['^src/', '^projections/'], pathNot: [`^src/${feature}/`, ...common] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'With decorator metadata a circle fails at load.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'deciders-stay-pure',
      comment:
        'A rule reaches no framework, no store and no disk, not even through others: everything impure arrives as data.',
      severity: 'error',
      from: { path: deciders },
      to: {
        path: [
          'node_modules/(@nestjs|better-sqlite3|fastify|csv|read-excel|write-excel)',
          '^(node:)?(fs|net|http|child_process)',
        ],
        reachable: true,
      },
    },
    {
      name: 'read-models-start-nothing',
      comment:
        'A read model imports event types and pure helpers. It never starts work, or a rebuild would start it again.',
      severity: 'error',
      from: { path: '^projections/', pathNot: [spec] },
      to: {
        path: [
          'node_modules/@nestjs',
          'executor[.]ts$',
          '^src/platform/event-store/(memory|sqlite)',
          '(decide|route|handler)[.]ts$',
        ],
      },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'The platform knows no word of disputes; what a date is, it may know.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: [spec] },
      to: { path: ['^src/(?!platform/|calendar/(dates|calendar)[.]ts$)', '^projections/'] },
    },
    ...Object.entries(rules).map(keepsToItself),
    {
      name: 'doors-ask-queries',
      comment:
        'Reading, a door asks the QueryBus; acting, the class beside it that lets people act, or a service. SQL, and who may see what, stand in one query alone.',
      severity: 'error',
      from: { path: [doors, '^src/cli/'], pathNot: [spec, ...aboutTheLog] },
      to: {
        path: [
          '^src/platform/(store-tokens[.]ts$|projections/(?!projection[.]ts$))',
          '^src/platform/event-store/(?!event-store[.]ts$)',
          '^projections/',
          'node_modules/better-sqlite3',
        ],
      },
    },
    {
      name: 'web-knows-no-feature',
      comment:
        'The frame of the pages is the same whatever they show: what a feature has to say in it is handed in by the module that composes it.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: [spec] },
      to: {
        path: [
          '^src/(?!(web|platform|access)/|calendar/(dates|in-words|time-as-typed|calendar)[.]ts$)',
          '^projections/',
        ],
      },
    },
    {
      name: 'adapters-are-named-once',
      comment: 'Which log and which alarm clock are used is decided in the composition.',
      severity: 'error',
      from: {
        path: '^(src|projections)/',
        pathNot: [spec, '^src/composition/', '^src/start-up[.]ts$', '^src/platform/(event-store|jobs)/', '^src/cli'],
      },
      to: {
        path: ['^src/platform/event-store/(memory|sqlite|eventstoredb)/', '^src/platform/jobs/(in-process|bullmq)/'],
      },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { path: '^(src|projections)/', pathNot: [spec] },
      to: { path: ['^test/', spec] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
