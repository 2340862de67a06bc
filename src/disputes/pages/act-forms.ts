import { Inject, Injectable, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import type { Asker } from '../../access/asker.js';
import type { SentWith } from '../../access/sent.js';
import type { LocalDate } from '../../calendar/calendar.js';
import { londonDate } from '../../calendar/dates.js';
import { ChildrenInForms } from '../../directory/children/children-in-forms.js';
import type { Directory } from '../../directory/directory.js';
import { Problem } from '../../platform/http/problem.js';
import { showingNothing } from '../../platform/http/shows-nothing.js';
import type { SeeOther } from '../../platform/http/see-other.js';
import type { Versioned, WrittenDto } from '../../platform/http/written.dto.js';
import { DIRECTORY } from '../../platform/tokens.js';
import { Readings } from '../../reading/readings.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import type { Carrying } from '../../web/forms/carrying.js';
import { whoDoesWhatWasAgreed } from '../../work/who-does-it.js';
import { plainly } from '../../web/forms/plainly.js';
import { Forms, queryOf } from '../../web/forms/forms.js';
import { OtherPage } from '../../web/frame/page.js';
import type { ActForm } from './act-form.js';
import { answersForTheService } from '../restriction.js';
import type { DisputeDto, HistoryDto, HistoryEntryDto } from '../read/dispute.dto.js';
import { ReadDispute, ReadDisputeHistory } from '../read/read.query.js';
import { ReadWhyNot } from '../read/why-not.query.js';
import { workingDaysApart } from '../time/due.js';
import { standsInWords } from '../time/late-in-words.js';
import { latestExtension } from '../time/latest-extension.js';
import { askedAndAnswered } from './asked-and-answered.js';
import { childViewShown } from './child-view-shown.js';
import { choicesFrom } from './choices.js';
import { copiedFrom } from './copied.js';
import { reasonOfMoreTime } from './reason-of-more-time.js';
import { whatFollows } from './what-follows.js';
import { WhoHasIt } from './who-has-it.js';

/** The page of an act: its form, and the route of the API that carries it out. */
export interface ActPage {
  readonly act: string;
  readonly form: ActForm;
  readonly route: Type;
  /** Name of the method of the route. */
  readonly method: string;
  /** Class of the body that it takes. */
  readonly body: Type;
}

/** As every route of an act on a dispute carries it out. */
type CarriesOut = (reference: string, body: object, sent: SentWith) => Promise<WrittenDto>;

interface Around {
  readonly dispute: DisputeDto;
  readonly entries: readonly HistoryEntryDto[];
  readonly choices: ChoicesBy;
  readonly today: LocalDate;
  /** The last day until which its date can be put off; null where there is none. */
  readonly latestExtension: LocalDate | null;
  /** How the date of the answer stands, in words; null where none runs. */
  readonly stands: string | null;
}

/** The forms of the acts on disputes. */
@Injectable()
export class ActForms {
  constructor(
    private readonly forms: Forms,
    private readonly queries: QueryBus,
    private readonly readings: Readings,
    private readonly modules: ModuleRef,
    private readonly whoHasIt: WhoHasIt,
    private readonly children: ChildrenInForms,
    @Inject(DIRECTORY) private readonly directory: Directory,
  ) {}

  async show(page: ActPage, reference: string, asker: Asker, request: FastifyRequest): Promise<OtherPage> {
    if (page.form.isForTheHidden) return this.forms.show(this.carrying(page, reference, asker, request), request);
    const around = await this.aroundIfSeen(page, reference, asker);
    if (around === null)
      return showingNothing(await this.forms.show(this.carrying(page, reference, asker, request), request));
    const { dispute } = around;
    if (dispute.allowedActs.includes(page.act))
      return this.forms.show(this.carrying(page, reference, asker, request), request, page.form.begins?.(dispute));
    const kept = await this.forms.keptIn(this.carrying(page, reference, asker, request), request);
    const why = await this.queries.execute<ReadWhyNot, string>(new ReadWhyNot(reference, page.act, asker));
    const model = {
      ...{ title: 'This cannot be done now', dispute, kept, ...whereFrom(dispute, request) },
      ...{ why: plainly(why), saidOnLadder: ladderOf(dispute).ladder },
    };
    return new OtherPage('disputes/pages/not-now', model, 409);
  }

  send(page: ActPage, reference: string, sent: SentWith, request: FastifyRequest): Promise<OtherPage | SeeOther> {
    return this.forms.send(this.carrying(page, reference, sent.asker, request), sent, request);
  }

  private carrying(page: ActPage, reference: string, asker: Asker, request: FastifyRequest): Carrying {
    const { form, route, method, body } = page;
    const routeOf = (): Record<string, CarriesOut> => this.modules.get(route, { strict: false });
    return {
      pages: [form],
      body,
      meant: this.children.meant(asker),
      around: async () => {
        if (form.isForTheHidden) return { choices: {}, back: back(page, reference), caption: reference };
        const seen = await this.aroundIfSeen(page, reference, asker);
        if (seen === null) return { choices: this.choicesOfCouncil(), back: '/my-work', caption: reference };
        const { dispute, entries, choices, today, latestExtension: latest } = seen;
        return {
          choices,
          revision: dispute.revision,
          since: (read) => entries.filter(({ revision }) => revision > read),
          ...whereFrom(dispute, request),
          ...viewOf(form),
          ...ladderOf(dispute),
          more: {
            dispute,
            stands: seen.stands,
            childSaid: childViewShown(dispute.childViews),
            shown: form.showsRecord === undefined ? null : askedAndAnswered(dispute),
            latestExtension: latest,
            moreTimeBecause: reasonOfMoreTime(entries),
            mayRedirect: dispute.allowedActs.includes('redirect'),
            mayAskForTime: dispute.allowedActs.includes('ask-for-extension'),
            query: queryOf(request),
          },
          copied: { actions: copiedFrom(dispute, today) },
        };
      },
      carryOut: (given, sent) => routeOf()[method]!(reference, given, sent),
      follows: async (events) => {
        const seen = await this.aroundIfSeen(page, reference, asker);
        const reading = await this.readings.now();
        const { protocols, now } = reading;
        const children = (seen?.dispute.children ?? []).map(({ id }) => id);
        const heldBy = seen?.dispute.heldBy?.id ?? null;
        const restrictedTo = seen?.dispute.restrictedTo?.map(({ id }) => id) ?? null;
        const around = {
          ...{ children, directory: this.directory, protocols, heldBy, restrictedTo },
          today: londonDate(now),
        };
        const round = seen?.dispute.rounds.at(-1);
        return whatFollows(events, {
          ...around,
          agreed: seen?.dispute.actions ?? [],
          doers: seen === null ? {} : whoDoesWhatWasAgreed(reference, reading),
          now: round ? { ...round, team: seen!.dispute.team?.id ?? null } : null,
        });
      },
      ...(form.saysWhoHasIt === true
        ? {
            said: async ({ reference: sent }, { asker: sender }, done) =>
              [done, await this.whoHasIt.onceSent(sent, sender, 'It is with')]
                .filter((each) => each !== null)
                .join(' '),
          }
        : {}),
      leadsTo: async (written) => {
        if (form.isOnTheOutline) return back(page, written.reference);
        const isSeen = form.isForTheHidden || (await this.aroundIfSeen(page, reference, asker)) !== null;
        return isSeen ? `/disputes/${written.reference}${queryOf(request)}` : '/my-work';
      },
    };
  }

  /** Null for what those who answer for the IRO service may give to somebody and not read. @throws Problem `not-found` */
  private async aroundIfSeen({ form }: ActPage, reference: string, asker: Asker): Promise<Around | null> {
    try {
      return await this.around(reference, asker);
    } catch (error) {
      const isNotSeen = error instanceof Problem && error.status === 404;
      if (isNotSeen && form.isAlsoForTheHidden && answersForTheService(asker)) return null;
      throw error;
    }
  }

  private choicesOfCouncil(): ChoicesBy {
    const { directory } = this;
    const today = londonDate(this.readings.withoutRules().now);
    return choicesFrom({ dispute: null, entries: [], directory, protocols: null, today });
  }

  private async around(reference: string, asker: Asker): Promise<Around> {
    const [{ body: dispute }, history, { protocols, calendar, now }] = await Promise.all([
      this.queries.execute<ReadDispute, Versioned<DisputeDto>>(new ReadDispute(reference, asker)),
      this.queries.execute<ReadDisputeHistory, Versioned<HistoryDto>>(new ReadDisputeHistory(reference, asker)),
      this.readings.now(),
    ]);
    const { entries } = history.body;
    const { directory } = this;
    const today = londonDate(now);
    const version = dispute.rounds.at(-1)?.protocolVersion;
    const { protocol } = version === undefined ? protocols.inForceOn(today) : protocols.version(version);
    const choices = choicesFrom({ dispute, entries, directory, protocols, today });
    const deadline = dispute.rounds.at(-1)?.deadline ?? null;
    const latest = deadline === null || protocol === null ? null : latestExtension(deadline, protocol, calendar);
    const dueOn = deadline === null || deadline.pausedSince !== null ? null : deadline.dueOn;
    const stands = dueOn === null ? null : standsInWords(deadline!.overdue, workingDaysApart(today, dueOn, calendar));
    return { dispute, entries, today, choices, latestExtension: latest, stands };
  }
}

/** The page to which a form leads back a person who may read nothing that was written. */
const back = ({ form }: ActPage, reference: string): string =>
  form.isOnTheOutline ? `/disputes/${reference}/outline` : '/my-work';

/** A form above which something stands to be read has a view that draws it. */
const viewOf = ({ view, showsRecord }: ActForm): { view?: string } => {
  if (view !== undefined) return { view };
  return showsRecord === undefined ? {} : { view: 'disputes/pages/act' };
};

const whereFrom = (dispute: DisputeDto, request: FastifyRequest): { back: string; caption: string } => ({
  back: `/disputes/${dispute.reference}${queryOf(request)}`,
  caption: [
    dispute.reference,
    ...(dispute.children ?? []).flatMap(({ initials }) => initials ?? []),
    ...(dispute.restrictedTo === undefined ? [] : ['restricted']),
  ].join(' · '),
});

/** On which ladder it is, where it has begun to go up one. */
const ladderOf = ({ rounds }: DisputeDto): { readonly ladder?: string } => {
  const ladder = rounds.at(-1)?.ladder;
  return ladder === undefined ? {} : { ladder };
};
