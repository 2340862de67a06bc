import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ActOnAcknowledgement } from '../acknowledgements/act-on-acknowledgement.js';
import type { Instant, LocalDate, WorkingCalendar } from '../calendar/calendar.js';
import { addDays, instantInLondon, londonDate } from '../calendar/dates.js';
import type { Directory } from '../directory/directory.js';
import { importDirectory } from '../directory/import/import-directory.js';
import { mustBeOne } from '../directory/who-is-meant.js';
import { childDecider, childStream } from '../directory/child.js';
import { coverDecider, coverStream } from '../directory/cover.js';
import { ActOnDispute } from '../disputes/act-on-dispute.js';
import type { DisputeAct } from '../disputes/acts/all-acts.js';
import type { DisputeRaised } from '../disputes/events.js';
import type { Actor, EventStore } from '../platform/event-store/event-store.js';
import type { Envelope, Executor } from '../platform/executor.js';
import { derivedId } from '../platform/ids.js';
import { adoptionDecider, PROTOCOL_STREAM } from '../protocol/adoption.js';
import type { PostKind, Protocol } from '../protocol/protocol.js';
import { readProtocol } from '../protocol/read-protocol.js';
import { IN_SET_UP } from '../roles/agreed.js';
import { setFirstAdministrator } from '../roles/opening/first-administrator.js';
import { ReadCouncil } from '../roles/opening/council.query.js';
import { openForWork } from '../roles/opening/opening.js';
import { type Chance, chanceFrom } from './chance.js';
import { makeChallengeMeetings, type MeetingMaking } from './challenge-meetings.js';
import { ADMINISTRATOR, IRO_MANAGER, TEAMS } from './council.js';
import { directoryFiles } from './directory-files.js';
import { makeChecks } from './make-checks.js';
import { makeReport } from './make-report.js';
import { makeMeetingHeld } from './meeting-held.js';
import { writeScript } from './script.js';
import type { Cast, CastChild, ScriptedAct, Setting } from './setting.js';
import { type ForNamedPeople, forNamedPeople } from './named-people.js';
import { beginTelling } from '../notices/begin-telling.js';
import { shippedFile } from '../platform/shipped-file.js';

export interface CouncilMaking {
  readonly commands: CommandBus;
  readonly executor: Executor;
  readonly directory: Directory;
  readonly readModels: MeetingMaking['readModels'];
  readonly meetings: Pick<MeetingMaking, 'series' | 'keeper'>;
  readonly store: EventStore;
  readonly queries: QueryBus;
  readonly protocols: { current(): Promise<MeetingMaking['protocols']> };
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  /** Sets the moment at which the log records what follows, so that the council can be looked at as it stood on any day of its two years. */
  readonly recordAt: (moment: Instant) => void;
  /** Told in plain sentences how far it is. */
  readonly progress: (sentence: string) => void;
}

/** The drafts that people have begun, and the files that they sent as evidence. */
export type BesideTheLog = Pick<ForNamedPeople, 'drafts' | 'documents'>;

const SEED = 20_221;
const YEARS_BACK = 3 * 365;
/** The days at the end of which everybody has been told what came to them, once the program runs: a notice is no act, and is made by it. */
const DAYS_TOLD = 7;
const PROGRAM: Actor = { person: 'demonstration', post: null, role: null };

/**
 * Makes Northshire in an empty log: its directory, its protocol, and two years of disputes and acknowledgements, each by the same
 * command that a person would send, with today as the last day. The same day gives the same council.
 *
 * @returns what is no part of the log
 */
export const makeDemonstrationCouncil = async (making: CouncilMaking): Promise<BesideTheLog> => {
  const today = londonDate(making.now);
  const chance = chanceFrom(SEED);
  const before = instantInLondon(addDays(today, -YEARS_BACK), 9, 0);
  making.recordAt(before);
  const setUp = { executor: making.executor, directory: making.directory };
  await setFirstAdministrator(
    { name: ADMINISTRATOR, email: null },
    {
      ...setUp,
      envelope: { commandId: derivedId('demonstration', 'administrator'), actor: PROGRAM, occurredAt: before },
    },
  );
  const children = await makeDirectory(making, chance, today, before);
  const protocol = await adoptHouseProtocol(making, before);
  await open(making, today, before);
  const cast = castFrom(making.directory, children, today);
  const setting = { today, calendar: making.calendar, protocol, chance, cast };
  const named = forNamedPeople(setting);
  const acts = writeScript(ofLookedAfter(setting), named.acts);
  const toldFrom = instantInLondon(addDays(today, -DAYS_TOLD), 9, 0);
  const firstTold = acts.findIndex(({ at }) => at >= toldFrom);
  for (const [done, act] of acts.entries()) {
    if (done === firstTold) {
      making.recordAt(toldFrom);
      await beginTelling(making.executor, toldFrom);
    }
    if (done % 500 === 0) making.progress(`Two years of Northshire: ${done} of ${acts.length} acts`);
    making.recordAt(act.at);
    if (act.act.aggregate === 'dispute') await leaveCareFor(act.act.act, act, making);
    await carryOut(act, making.commands);
  }
  making.recordAt(making.now);
  await making.readModels.catchUp();
  const { iro, ...cover } = named.cover;
  await making.executor.execute(
    coverStream(iro),
    coverDecider,
    { type: 'arrange', iro, ...cover, reason: 'Annual leave' },
    null,
    { commandId: derivedId('demonstration', 'cover'), actor: PROGRAM, occurredAt: instantInLondon(today, 8, 0) },
  );
  const protocols = await making.protocols.current();
  await makeChecks({ ...making, protocols, today, cast });
  await makeReport({ ...making, today });
  await makeMeetingHeld({ ...making, keeper: making.meetings.keeper, today, act: named.ofMeeting });
  await makeChallengeMeetings({
    ...making,
    ...making.meetings,
    protocols,
    today,
    occurredAt: instantInLondon(today, 9, 0),
  });
  making.progress(`Northshire is ready: ${acts.length} acts of two years`);
  return named;
};

/** The two years are of children in care; those under a child protection plan are in the stories of their chair. */
const ofLookedAfter = (setting: Setting): Setting => ({
  ...setting,
  cast: {
    ...setting.cast,
    children: setting.cast.children.filter(({ population }) => population === 'looked-after'),
  },
});

const carryOut = async ({ at, stream, commandId, actor, act }: ScriptedAct, commands: CommandBus): Promise<void> => {
  const envelope: Envelope = { commandId, actor, occurredAt: at };
  const reference = stream.slice(stream.indexOf('-') + 1);
  if (act.aggregate === 'dispute') await commands.execute(new ActOnDispute(reference, act.act, envelope));
  else await commands.execute(new ActOnAcknowledgement(reference, act.act, envelope));
};

/** Records that the child has left care, before an act that ends a dispute for that reason. */
const leaveCareFor = async (
  act: DisputeAct,
  { at, stream, commandId, actor }: ScriptedAct,
  { executor, store, readModels }: CouncilMaking,
): Promise<void> => {
  if (act.type !== 'end-otherwise' || act.outcome !== 'ENDED-CARE') return;
  const [raised] = await store.read(stream);
  const { children } = (raised!.data as unknown as DisputeRaised).subject;
  for (const child of children) {
    const leave = { type: 'leave-care' as const, on: londonDate(at), because: 'returned-home' as const };
    const envelope = { commandId: derivedId(commandId, child), actor, occurredAt: at };
    await executor.execute(childStream(child), childDecider, leave, null, envelope);
  }
  await readModels.catchUp();
};

const makeDirectory = async (
  { executor, store, directory, readModels, progress }: CouncilMaking,
  chance: Chance,
  today: LocalDate,
  occurredAt: Instant,
): Promise<CastChild[]> => {
  const envelope = (commandId: string): Envelope => ({ commandId, actor: PROGRAM, occurredAt });
  const files = directoryFiles(today, chance);
  for (const file of files) {
    const giving = { catchUp: () => readModels.catchUp(), proposedBy: null };
    const report = await importDirectory(file, { executor, store, directory, today, envelope, ...giving });
    if (!report.written) throw new Error(`The demonstration’s own ${file.fileName} was refused.`);
    await readModels.catchUp();
    progress(`Read in ${report.rows} rows of ${file.fileName}`);
  }
  return childrenIn(files.at(-1)!.text, directory, today);
};

const childrenIn = (childrenFile: string, directory: Directory, today: LocalDate): CastChild[] =>
  childrenFile
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf(',')))
    .map((childId) => {
      const child = directory.child(childId, today)!;
      const { team, iro, socialWorker: worker, population } = child;
      return { childId, team: team!, iro: iro!, worker, population: population! };
    });

const adoptHouseProtocol = async ({ executor }: CouncilMaking, occurredAt: Instant): Promise<Protocol> => {
  const text = readFileSync(shippedFile('protocols/house.yaml'), 'utf8');
  const { protocol, warnings } = readProtocol(text, 'house.yaml');
  const fileSha256 = createHash('sha256').update(text).digest('hex');
  const act = {
    type: 'adopt-protocol',
    from: londonDate(occurredAt),
    protocol,
    file: text,
    fileSha256,
    warnings,
    agreed: IN_SET_UP,
  } as const;
  const envelope = { commandId: derivedId('demonstration', 'protocol'), actor: PROGRAM, occurredAt };
  await executor.execute(PROTOCOL_STREAM, adoptionDecider, act, null, envelope);
  return protocol;
};

/** By the IRO manager, who has read who holds which post. */
const open = async (making: CouncilMaking, today: LocalDate, occurredAt: Instant): Promise<void> => {
  await making.readModels.catchUp();
  const council = await making.queries.execute(new ReadCouncil());
  const person = mustBeOne(IRO_MANAGER, making.directory, today).personId;
  const post = making.directory.postsHeldBy(person, today)[0]!;
  const actor: Actor = { person, post: post.postId, role: post.kind };
  const commandId = derivedId('demonstration', 'open');
  const opening = { by: person, list: council.digest, readCouncil: async () => council };
  await openForWork(opening, { ...making, today }, { commandId, actor, occurredAt });
};

const castFrom = (directory: Directory, children: CastChild[], today: LocalDate): Cast => {
  const actors = new Map<string, Actor>();
  const remembered = (key: string, find: () => Actor): Actor => {
    const actor = actors.get(key) ?? find();
    actors.set(key, actor);
    return actor;
  };
  const people = new Map<string, string>();
  const teams = new Map(TEAMS.map((team) => [directory.teamWritten(team.name)!.teamId, team]));
  return {
    children,
    iro: (person) =>
      remembered(person, () => {
        const { postId, kind } = directory.postsHeldBy(person, today)[0]!;
        return { person, post: postId, role: kind };
      }),
    holder: (kind, team) => remembered(`${kind} ${team}`, () => holderOf(directory, kind, team, today)),
    workers: (team) => teams.get(team)!.socialWorkers,
    managerName: (team) => teams.get(team)!.manager,
    personId: (name) => people.get(name) ?? remember(people, name, directory.peopleNamed(name)[0]!.personId),
  };
};

const remember = (known: Map<string, string>, key: string, value: string): string => {
  known.set(key, value);
  return value;
};

const holderOf = (directory: Directory, kind: PostKind, team: string, today: LocalDate): Actor => {
  const post = directory.postsFor(kind, team, today).find(({ person }) => person !== null)!;
  return { person: post.person!, post: post.postId, role: kind, team };
};
