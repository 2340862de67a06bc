import type { Type } from '@nestjs/common';
import { OpensNothing } from '../../../access/view-log/opens.js';
import { ChangesSince } from '../../../directory/changes-since.js';
import type { Directory } from '../../../directory/directory.js';
import { notFound } from '../../../platform/http/problem.js';
import { DIRECTORY } from '../../../platform/tokens.js';
import { type AskedForForm, formPageOf, notNow } from '../../../web/forms/form-page.js';
import { queryOf } from '../../../web/forms/forms.js';
import { inThreeBoxes, type Typed } from '../../../web/forms/typed.js';
import type { OtherPage } from '../../../web/frame/page.js';
import { ChoicesOfMeetings } from '../../meeting/pages/choices-of-meetings.js';
import { ChangeSeriesDto } from '../acts/change/change.dto.js';
import { ChangeSeriesRoute } from '../acts/change/change.route.js';
import { EndSeriesDto } from '../acts/end/end.dto.js';
import { EndSeriesRoute } from '../acts/end/end.route.js';
import { StartSeriesDto } from '../acts/start/start.dto.js';
import { StartSeriesRoute } from '../acts/start/start.route.js';
import type { SeriesDto } from '../list/list.dto.js';
import { ListSeries } from '../list/list.query.js';
import { seriesStream } from '../series.js';
import { changeSeriesForm, endSeriesForm, startSeriesForm } from './series-forms.js';

const DAYS_OF_MEETINGS = OpensNothing('Days and posts of meetings.');

const backTo = ({ request }: AskedForForm): string => `/challenge${queryOf(request)}`;

/** @throws Problem `not-found` */
const seriesAsked = async ({ id, ask }: AskedForForm): Promise<SeriesDto> => {
  const { items } = await ask(new ListSeries());
  return items.find(({ series }) => series === id) ?? notThere();
};

const notThere = (): never => {
  throw notFound();
};

/** A person who sits in it as a person stands there by name. */
const termsTyped = (series: SeriesDto, directory: Directory): Typed => ({
  kind: series.kind,
  name: series.name,
  recurrence: {
    week: series.recurrence.week,
    weekday: series.recurrence.weekday,
    everyMonths: String(series.recurrence.everyMonths),
  },
  startsAt: series.startsAt,
  place: series.place ?? '',
  posts: series.posts,
  people: series.people.map((person) => directory.person(person)?.name ?? person).join(', '),
  stages: series.stages,
});

const whileItRuns = async (asked: AskedForForm, typed: (series: SeriesDto) => Typed): Promise<Typed | OtherPage> => {
  const series = await seriesAsked(asked);
  return series.lastOn === null ? typed(series) : notNow(backTo(asked), 'This series has ended. Start a new one.');
};

const startPage = formPageOf({
  path: 'challenge/series/new',
  permits: 'challenge.arrange',
  opens: DAYS_OF_MEETINGS,
  carrying: (asked) => ({
    pages: [startSeriesForm],
    body: StartSeriesDto,
    around: async () => ({ choices: await asked.get(ChoicesOfMeetings).ofCouncil(), back: backTo(asked) }),
    carryOut: (body, sent) => asked.get(StartSeriesRoute).start(body as StartSeriesDto, sent),
    follows: async () => [],
    leadsTo: () => backTo(asked),
  }),
});

const changePage = formPageOf({
  path: 'challenge/series/:series/change',
  permits: 'challenge.arrange',
  opens: DAYS_OF_MEETINGS,
  begins: (asked) =>
    whileItRuns(asked, (series) => ({
      ...termsTyped(series, asked.get<Directory>(DIRECTORY)),
      from: inThreeBoxes(null),
    })),
  carrying: (asked) => ({
    pages: [changeSeriesForm],
    body: ChangeSeriesDto,
    around: async () => {
      const { name } = await seriesAsked(asked);
      return {
        choices: await asked.get(ChoicesOfMeetings).ofCouncil(),
        back: backTo(asked),
        view: 'challenge/series/pages/of-series',
        more: { name },
        ...(await asked.get(ChangesSince).of(seriesStream(asked.id))),
      };
    },
    carryOut: (body, sent) => asked.get(ChangeSeriesRoute).change(asked.id, emptied(body as ChangeSeriesDto), sent),
    follows: async () => [],
    leadsTo: () => backTo(asked),
  }),
});

/** The form shows all the terms, so what is blank in it is emptied, and not left as it was. */
const emptied = (body: ChangeSeriesDto): ChangeSeriesDto => ({
  ...body,
  place: body.place ?? null,
  people: body.people ?? null,
  stages: body.stages ?? null,
});

const endPage = formPageOf({
  path: 'challenge/series/:series/end',
  permits: 'challenge.arrange',
  opens: DAYS_OF_MEETINGS,
  begins: (asked) => whileItRuns(asked, () => ({})),
  carrying: (asked) => ({
    pages: [endSeriesForm],
    body: EndSeriesDto,
    around: async () => {
      const { name } = await seriesAsked(asked);
      const changes = await asked.get(ChangesSince).of(seriesStream(asked.id));
      return { choices: {}, back: backTo(asked), view: 'challenge/series/pages/of-series', more: { name }, ...changes };
    },
    carryOut: (body, sent) => asked.get(EndSeriesRoute).end(asked.id, body as EndSeriesDto, sent),
    follows: async () => [],
    leadsTo: () => backTo(asked),
  }),
});

/** The pages of the acts on series of meetings. */
export const seriesPages: readonly Type[] = [startPage, changePage, endPage];
