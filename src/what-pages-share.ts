import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { postInWords } from './protocol/posts-in-words.js';
import type { Asker } from './access/asker.js';
import { rowFor } from './access/access-table.js';
import { postsThatCount } from './access/case-roles.js';
import type { Instant, LocalDate } from './calendar/calendar.js';
import { londonDate } from './calendar/dates.js';
import { dayInWords } from './calendar/in-words.js';
import type { Directory, Post } from './directory/directory.js';
import { ListOwnEmergencies } from './disputes/emergencies/emergencies.query.js';
import type { Clock } from './platform/clock/clock.js';
import type { Config } from './platform/config/config.js';
import { CLOCK, CONFIG, DIRECTORY } from './platform/tokens.js';
import { inCouncilWords } from './protocol/council-words.js';
import { isPostKind } from './protocol/own-posts.js';
import { themeShown } from './protocol/theme-shown.js';
import { type CouncilSays, onLadder, WordsNow } from './protocol/words-now.js';
import type { Flash } from './platform/http/see-other.js';
import { nextInWork } from './reports/my-work/next-in-work.js';
import { ReadMyWork } from './reports/my-work/my-work.query.js';
import { pagesOffered, placesOf } from './places.js';
import { CouncilCalled } from './roles/council-called.js';
import { CouncilStanding } from './roles/standing.js';
import type { EmergencySaid, SharedByPages, SignedInShown, WordsOfPages } from './web/frame/shared.js';

/** The data that the features hand to the frame of every page: the council’s words, who is signed in, and where they may go. */
@Injectable()
export class WhatPagesShare implements SharedByPages {
  readonly isDemonstration: boolean;

  constructor(
    private readonly says: WordsNow,
    @Inject(CONFIG) config: Config,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly queries: QueryBus,
    private readonly standing: CouncilStanding,
    private readonly council: CouncilCalled,
  ) {
    this.isDemonstration = config.demonstration;
  }

  called(): Promise<string> {
    return this.council.now();
  }

  now(): Instant {
    return this.clock.now();
  }

  async words(): Promise<WordsOfPages> {
    return wordsBy(await this.says.now());
  }

  async themes(): Promise<(code: string) => string> {
    const { themes } = await this.says.now();
    return (code) => themeShown(code, themes).label;
  }

  async signedIn(person: string): Promise<SignedInShown> {
    const today = this.today();
    const posts = postsThatCount(this.directory.postsHeldBy(person, today));
    // While the log cannot be asked a page is drawn all the same.
    const isOpen = await this.standing.isOpen().catch(() => true);
    return {
      name: this.directory.person(person)?.name ?? '',
      posts: posts.map((post) => this.postInFull(post)).join('; '),
      ...{ places: placesOf(posts, isOpen), offered: pagesOffered(posts, isOpen) },
    };
  }

  emergenciesOf(person: string): Promise<readonly EmergencySaid[]> {
    return this.queries.execute(new ListOwnEmergencies(person));
  }

  /** The people whom they cover; and for business support, every IRO and chair. */
  whomFor(person: string): readonly string[] {
    const today = this.today();
    const isSupport = this.directory.postsHeldBy(person, today).some(({ kind }) => kind === 'business-support');
    if (!isSupport) return this.directory.coveredBy(person, today);
    const held = (['iro', 'conference-chair'] as const).flatMap((kind) => this.directory.postsHeld(kind, today));
    return held.flatMap((post) => post.person ?? []);
  }

  async nextInWork(asker: Asker, reference: string): Promise<NonNullable<Flash['next']> | null> {
    try {
      const [work, words, theme] = await Promise.all([
        // As their own page lists it: whom they have just acted for has a list of their own.
        this.queries.execute(new ReadMyWork({ ...asker, ...this.theirOwn(asker.person) })),
        this.words(),
        this.themes(),
      ]);
      const mayEscalate = asker.posts.some(({ kind }) => rowFor('dispute.escalate', kind) !== undefined);
      return nextInWork(work.items, reference, { today: this.today(), words, theme, mayEscalate });
    } catch {
      // The act is on record, and its success is shown; the other work stands on their own page.
      return null;
    }
  }

  private theirOwn(person: string): Pick<Asker, 'actingFor' | 'covers' | 'posts'> {
    const today = this.today();
    return {
      ...{ actingFor: undefined, covers: this.directory.coveredBy(person, today) },
      posts: postsThatCount(this.directory.postsHeldBy(person, today)),
    };
  }

  actingFor({ actingFor }: Asker): string | undefined {
    if (actingFor === undefined) return undefined;
    const name = this.directory.person(actingFor)?.name ?? actingFor;
    const until = this.directory.coverUntil(actingFor, this.today());
    return until === undefined ? name : `${name} (cover until ${dayInWords(until)})`;
  }

  private today(): LocalDate {
    return londonDate(this.clock.now());
  }

  private postInFull({ title, team }: Post): string {
    const name = team === null ? undefined : this.directory.team(team, this.today())?.name;
    return name === undefined || title.includes(name) ? title : `${title}, ${name}`;
  }
}

const wordsBy = (says: CouncilSays): WordsOfPages => ({
  ...says.words,
  said: (text, ladder) =>
    inCouncilWords(text, ladder === undefined ? says.words : onLadder(says, ladder).words, says.kept),
  post: (kind) => (isPostKind(kind) ? postInWords(kind, says.posts) : kind),
  on: (ladder) => wordsBy(onLadder(says, ladder)),
});
