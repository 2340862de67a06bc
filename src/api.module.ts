import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access-guard.js';
import { Sessions } from './access/sessions.js';
import { AppModule, type Composition } from './app.module.js';
import { AcknowledgementDesk } from './acknowledgements/acknowledgement-desk.js';
import { WhatIsSaid } from './acknowledgements/give/what-is-said.js';
import { ListAcknowledgementsHandler } from './acknowledgements/list/list.js';
import { ReadAcknowledgementHandler } from './acknowledgements/read/read.js';
import { acknowledgementRoutes } from './acknowledgements/routes.js';
import { ListDisputesHandler } from './disputes/list/list.js';
import { ReadDisputeHandler, ReadDisputeHistoryHandler } from './disputes/read/read.js';
import { Known } from './directory/known.js';
import { Recorder } from './directory/record.js';
import { directoryRoutes } from './directory/routes.js';
import { ProtocolRoute } from './protocol/adopt/adopt.route.js';
import { ImportsRoute } from './register/imports/imports.route.js';
import { AnnualReportRoute } from './reports/annual/annual.route.js';
import { ThemesRoute } from './reports/themes/themes.route.js';
import { SignInRoute } from './demonstration/sign-in/sign-in.route.js';
import { DisputeDesk } from './disputes/dispute-desk.js';
import { CarryOnFormally } from './disputes/formalise/carry-on.js';
import { RaiseDispute } from './disputes/raise/raise.js';
import { disputeRoutes } from './disputes/routes.js';
import { Subjects } from './disputes/subject.js';
import type { Config } from './platform/config/config.js';
import { Answers } from './platform/http/answers.js';
import { HealthRoute } from './web/health.route.js';
import { ProblemFilter } from './platform/http/problem-filter.js';
import { validation } from './platform/http/validation.js';
import { LOG, type Log } from './platform/logging/log.js';
import { StartPageRoute } from './web/start-page.route.js';

/** The REST API: every route, and what stands before and after them. */
@Module({})
export class ApiModule {
  static forRoot(config: Config, log: Log, composition: Composition = {}): DynamicModule {
    return {
      module: ApiModule,
      imports: [AppModule.forRoot(config, composition)],
      controllers: [
        StartPageRoute,
        HealthRoute,
        SignInRoute,
        ...disputeRoutes,
        ...acknowledgementRoutes,
        ...directoryRoutes,
        ProtocolRoute,
        ThemesRoute,
        AnnualReportRoute,
        ImportsRoute,
      ],
      providers: [
        { provide: LOG, useValue: log },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: Answers },
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Sessions,
        Recorder,
        Known,
        DisputeDesk,
        Subjects,
        RaiseDispute,
        CarryOnFormally,
        ReadDisputeHandler,
        ReadDisputeHistoryHandler,
        ListDisputesHandler,
        AcknowledgementDesk,
        WhatIsSaid,
        ReadAcknowledgementHandler,
        ListAcknowledgementsHandler,
      ],
    };
  }
}
