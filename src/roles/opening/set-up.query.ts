import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CouncilCalendar } from '../../calendar/council-calendar.js';
import type { Instant, LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { type Config, UNNAMED } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/tokens.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import type { ProtocolVersion } from '../../protocol/protocol.js';
import { Readings } from '../../reading/readings.js';
import { CouncilCalled } from '../council-called.js';
import { CouncilStanding } from '../standing.js';
import type { SetUpDto } from './set-up.dto.js';
import { setUpSteps } from './set-up-steps.js';
import { stagesUnanswered } from './stages-unanswered.js';

/** How far the set-up of the council has come. It counts children and names none, so a person who may read it reads all of it. */
export class ReadSetUp extends Query<SetUpDto> {}

@QueryHandler(ReadSetUp)
export class ReadSetUpHandler implements IQueryHandler<ReadSetUp> {
  constructor(
    private readonly readings: Readings,
    private readonly protocols: ProtocolLibrary,
    private readonly calendar: CouncilCalendar,
    private readonly standing: CouncilStanding,
    private readonly called: CouncilCalled,
    @Inject(CONFIG) private readonly config: Pick<Config, 'signIn' | 'demonstration'>,
  ) {}

  async execute(): Promise<SetUpDto> {
    const { readModels, directory, now } = this.readings.withoutRules();
    const today = londonDate(now);
    const called = await this.called.now();
    const inForce = await this.inForceOn(today);
    const { known } = await this.calendar.current();
    const [manager] = directory.postsHeld('iro-manager', today).flatMap(({ person }) => person ?? []);
    const posts = directory.everyPostHeld(today);
    const count = (sql: string): number => readModels.get<{ count: number }>(sql)?.count ?? 0;
    return {
      standing: (await this.standing.isOpen()) ? 'open' : 'set-up',
      steps: setUpSteps({
        council: called === UNNAMED ? null : called,
        dispute: inForce?.protocol.words.dispute ?? null,
        holidaysKnownTo: known.to,
        closingDays: (await this.calendar.said()).closingDays.length,
        teams: directory.teams(today).length,
        postsHeld: posts.length,
        unanswered:
          inForce === undefined ? [] : stagesUnanswered(inForce.protocol, new Set(posts.map(({ kind }) => kind))),
        iroManager: manager === undefined ? null : (directory.person(manager)?.name ?? manager),
        canSignIn: this.config.signIn !== null || this.config.demonstration || (await this.hasLink(manager, now)),
        children: count('SELECT count(*) AS count FROM children'),
        protocol: inForce === undefined ? null : { title: inForce.protocol.title, from: inForce.from },
        registers: count("SELECT count(*) AS count FROM imports WHERE status = 'finished'"),
      }),
    };
  }

  /** A link stands for them, or signed them in. */
  private async hasLink(person: string | undefined, now: Instant): Promise<boolean> {
    const { setUpLink, signedInByLink } = await this.standing.current();
    if (person === undefined) return false;
    return signedInByLink === person || (setUpLink?.person === person && now < setUpLink.expiresAt);
  }

  private async inForceOn(today: LocalDate): Promise<ProtocolVersion | undefined> {
    const versions = await this.protocols.versions();
    if (!versions.some(({ from }) => from <= today)) return undefined;
    return (await this.protocols.current()).inForceOn(today);
  }
}
