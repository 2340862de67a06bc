import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access-guard.js';
import { Gate } from './access/gate.js';
import { DatedInBodyPipe } from './access/dated/dated-in-body.js';
import { NamedInBodyPipe } from './access/named/named-in-body.js';
import { NamedInPathInterceptor } from './access/named/named-in-path.js';
import { Sessions } from './access/sessions.js';
import { Tokens } from './access/tokens/tokens.js';
import { Openings } from './access/view-log/openings.js';
import { AppModule } from './app.module.js';
import type { Composition } from './composition/composition.js';
import { documents } from './composition/documents.js';
import { FeedApi } from './feed/feed.api.js';
import { ReadFeedHandler } from './feed/feed.query.js';
import { Pseudonyms } from './feed/pseudonyms.js';
import { drafts } from './composition/drafts.js';
import { sessions } from './composition/sessions.js';
import { GiveAcknowledgement } from './acknowledgements/give/give-acknowledgement.js';
import { WhatIsSaid } from './acknowledgements/give/what-is-said.js';
import { WhoIsThanked } from './acknowledgements/give/who-is-thanked.js';
import { namedFinders } from './named-finders.js';
import { acknowledgementRoutes } from './acknowledgements/routes.js';
import { PrepareAgenda } from './challenge/meeting/acts/prepare/prepare.js';
import { ChoicesOfMeetings } from './challenge/meeting/pages/choices-of-meetings.js';
import { MeetingOffers } from './challenge/meeting/pages/meeting-offers.js';
import { AuthorisedMeetings } from './challenge/meeting/authorised-meetings.js';
import { Deciding } from './challenge/meeting/deciding.js';
import { AuthorisedCaseloads } from './caseload/authorised-caseloads.js';
import { caseloadRoutes } from './caseload/routes.js';
import { challengeRoutes } from './challenge/routes.js';
import { AuthorisedSeries } from './challenge/series/authorised-series.js';
import { disputeQueries } from './disputes/queries.js';
import { KindsOfPost } from './directory/posts/kinds-of-post.js';
import { ChangesSince } from './directory/changes-since.js';
import { Recorder } from './directory/record.js';
import { Services } from './directory/services.js';
import { directoryRoutes } from './directory/routes.js';
import { protocolRoutes } from './protocol/routes.js';
import { AuthorisedRegisters } from './register/bringing-in/authorised-registers.js';
import { RegistersUnderWay } from './register/bringing-in/registers-under-way.js';
import { MappingByLists } from './register/bringing-in/mapping-by-lists.js';
import { ExportedFiles } from './register/export/exported-files.js';
import { ListExportedFilesHandler, ReadExportedFileHandler } from './register/export/exported-files.query.js';
import { registerRoutes } from './register/routes.js';
import { BeginCheck } from './reviews/check/begin-check.js';
import { RaiseFromCheck } from './reviews/check/raise-from-check.js';
import { RaiseOverDisagreement } from './reviews/recommendations/raise-over-disagreement.js';
import { SendRecommendations } from './reviews/recommendations/send-recommendations.js';
import { reviewRoutes } from './reviews/routes.js';
import { AuthorisedPublishedReports } from './reports/publishing/authorised-published-reports.js';
import { AuthorisedDisclosures } from './reports/publishing/disclosure-log/authorised-disclosures.js';
import { reportRoutes } from './reports/routes.js';
import { AuthorisedOpening } from './roles/opening/authorised-opening.js';
import { AuthorisedRoles } from './roles/authorised-roles.js';
import { roleRoutes } from './roles/routes.js';
import { AuthorisedTokens } from './sign-in/tokens/authorised-tokens.js';
import { signInRoutes } from './sign-in/routes.js';
import { SignInRoute } from './demonstration/sign-in/sign-in.route.js';
import { calendarRoutes } from './calendar/routes.js';
import { Known } from './directory/known.js';
import { DirectoryFiles } from './directory/import/directory-files.js';
import { Owners } from './disputes/owners.js';
import { AuthorisedDisputes } from './disputes/authorised-disputes.js';
import { OtherRecords } from './disputes/read/other-records.js';
import { BeginConversation } from './disputes/acts/record-conversation/begin-conversation.js';
import { ContinueFormally } from './disputes/acts/formalise/continue-formally.js';
import { AuthorisedLegalAdvice } from './disputes/legal-advice/authorised-legal-advice.js';
import { RaiseDispute } from './disputes/acts/raise/raise.js';
import { ChildInAddress } from './directory/child-in-address.js';
import { ChoicesOfCouncil } from './directory/choices-of-council.js';
import { RaisingForms } from './disputes/pages/raising-forms.js';
import { WhoHasIt } from './disputes/pages/who-has-it.js';
import { rooms } from './rooms.js';
import { ChildAddresses } from './directory/children/child-addresses.js';
import { ChildLinks } from './directory/children/child-links.js';
import { ChildrenInForms } from './directory/children/children-in-forms.js';
import { ChildrenPage } from './directory/children/children.page.js';
import { SearchAddresses } from './search/search-addresses.js';
import { SearchApi } from './search/search.api.js';
import { SearchPage } from './search/search.page.js';
import { SearchHandler } from './search/search.query.js';
import { AddressKey } from './platform/address-key.js';
import { WallAddresses } from './reports/escalations/wall-addresses.js';
import { DueDatesAddresses } from './reports/my-work/due-dates/due-dates-addresses.js';
import { ReadDueDatesAddressHandler } from './reports/my-work/due-dates/due-dates.query.js';
import { MyWorkPage } from './reports/my-work/my-work.page.js';
import { GivePage } from './acknowledgements/give/give.page.js';
import { AcknowledgementsListPage } from './acknowledgements/list/list.page.js';
import { AcknowledgementPage } from './acknowledgements/read/read.page.js';
import { RaisePage } from './disputes/acts/raise/raise.page.js';
import { Forms } from './web/forms/forms.js';
import { GiveRoute } from './acknowledgements/give/give.route.js';
import { RaiseRoute } from './disputes/acts/raise/raise.route.js';
import { acknowledgementActPages } from './acknowledgements/act-pages.js';
import { Bodies } from './access/bodies.js';
import { ActForms } from './disputes/pages/act-forms.js';
import { disputePages } from './disputes/pages/pages.js';
import { disputeRoutes } from './disputes/routes.js';
import { Subjects } from './disputes/subject.js';
import { DocumentsRoute } from './documents/documents.route.js';
import { draftQueries, draftRoutes } from './drafts/routes.js';
import { noticeRoutes } from './notices/routes.js';
import type { Config } from './platform/config/config.js';
import { Answers } from './platform/http/answers.js';
import { CertainRefusals } from './platform/http/certain-refusals.js';
import { Limits } from './platform/http/limits.js';
import { healthRouteOver } from './web/health/health.route.js';
import { OutwardWords } from './outward-words.js';
import { OUTWARD } from './platform/http/outward.js';
import { OutwardAnswers } from './platform/http/outward-answers.js';
import { ProblemFilter } from './platform/http/problem-filter.js';
import { validation } from './platform/http/validation.js';
import { WaitingCommands } from './platform/http/waiting-commands.js';
import { LOG, type Log } from './platform/logging/log.js';
import { Drawing } from './web/frame/drawing.js';
import { EarlierDays } from './web/frame/earlier-days.js';
import { Pages } from './web/frame/pages.js';
import { ProblemPage } from './web/frame/problem-page.js';
import { SHARED_BY_PAGES } from './web/frame/shared.js';
import { HomeRoute } from './web/home/home.route.js';
import { InformationRoute } from './web/information/information.route.js';
import { WhatPagesShare } from './what-pages-share.js';
import { WORK_OVER_ROWS } from './work-over-rows.js';

/** The REST API: every route, and what stands before and after them. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, log: Log, composition: Composition = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [AppModule.forRoot(config, { log, ...composition })],
      controllers: [
        HomeRoute,
        InformationRoute,
        RaisePage,
        ...disputePages,
        GivePage,
        ...acknowledgementActPages,
        AcknowledgementsListPage,
        AcknowledgementPage,
        SearchPage,
        SearchApi,
        MyWorkPage,
        ChildrenPage,
        ...rooms,
        healthRouteOver(WORK_OVER_ROWS),
        SignInRoute,
        ...signInRoutes,
        ...disputeRoutes,
        ...acknowledgementRoutes,
        ...challengeRoutes,
        ...reviewRoutes,
        ...directoryRoutes,
        ...caseloadRoutes,
        ...protocolRoutes,
        ...roleRoutes,
        ...calendarRoutes,
        ...reportRoutes,
        FeedApi,
        ...registerRoutes,
        ...noticeRoutes,
        ...draftRoutes,
        DocumentsRoute,
      ],
      providers: [
        { provide: LOG, useValue: log },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: Pages },
        { provide: APP_INTERCEPTOR, useClass: Answers },
        { provide: APP_INTERCEPTOR, useClass: OutwardAnswers },
        { provide: OUTWARD, useClass: OutwardWords },
        { provide: APP_INTERCEPTOR, useClass: EarlierDays },
        { provide: APP_INTERCEPTOR, useClass: CertainRefusals },
        { provide: APP_INTERCEPTOR, useClass: ChildInAddress },
        { provide: APP_INTERCEPTOR, useClass: NamedInPathInterceptor },
        { provide: APP_INTERCEPTOR, useClass: Openings },
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_PIPE, useClass: NamedInBodyPipe },
        { provide: APP_PIPE, useClass: DatedInBodyPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: SHARED_BY_PAGES, useClass: WhatPagesShare },
        NamedInBodyPipe,
        DatedInBodyPipe,
        Bodies,
        AddressKey,
        ChildAddresses,
        ChildLinks,
        ChildrenInForms,
        SearchAddresses,
        SearchHandler,
        ReadFeedHandler,
        Pseudonyms,
        DueDatesAddresses,
        WallAddresses,
        ReadDueDatesAddressHandler,
        Forms,
        ActForms,
        RaisingForms,
        WhoHasIt,
        ChoicesOfCouncil,
        ChangesSince,
        RaiseRoute,
        GiveRoute,
        Drawing,
        ProblemPage,
        Limits,
        WaitingCommands,
        Gate,
        Sessions,
        ...sessions(config, { ...composition, log }),
        ...drafts(config, { ...composition, log }),
        ...documents(config, { ...composition, log }),
        ...draftQueries,
        Tokens,
        ...namedFinders,
        Recorder,
        Services,
        KindsOfPost,
        AuthorisedRegisters,
        RegistersUnderWay,
        ExportedFiles,
        ListExportedFilesHandler,
        ReadExportedFileHandler,
        MappingByLists,
        AuthorisedTokens,
        AuthorisedRoles,
        AuthorisedOpening,
        AuthorisedDisputes,
        OtherRecords,
        Known,
        DirectoryFiles,
        Owners,
        AuthorisedLegalAdvice,
        Subjects,
        BeginConversation,
        RaiseDispute,
        ContinueFormally,
        ...disputeQueries,
        AuthorisedMeetings,
        Deciding,
        AuthorisedSeries,
        PrepareAgenda,
        ChoicesOfMeetings,
        MeetingOffers,
        BeginCheck,
        RaiseFromCheck,
        SendRecommendations,
        RaiseOverDisagreement,
        WhatIsSaid,
        WhoIsThanked,
        GiveAcknowledgement,
        AuthorisedCaseloads,
        AuthorisedPublishedReports,
        AuthorisedDisclosures,
      ],
    };
  }
}
