import type { Type } from '@nestjs/common';
import type { SentWith } from '../../access/sent.js';
import { Opens, OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import type { DomainEvent } from '../../platform/decider.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { type AskedForForm, formPageOf, notNow } from '../../web/forms/form-page.js';
import type { ChoicesBy } from '../../web/forms/drawn-form.js';
import { inThreeBoxes, type Typed } from '../../web/forms/typed.js';
import type { OtherPage } from '../../web/frame/page.js';
import { ChangesSince } from '../changes-since.js';
import { childStream } from '../child.js';
import { ChoicesOfCouncil } from '../choices-of-council.js';
import type { Directory } from '../directory.js';
import type { ChildEvent } from '../events.js';
import { namesFrom } from '../names.js';
import { peopleInOffice } from '../people-in-office.js';
import { changesOfAChild } from './changes-of-a-child.js';
import { ChildAddresses } from './child-addresses.js';
import { CHILD_ACT_FORMS, registerForm } from './child-forms.js';
import { ReadChildStanding } from './child-standing.query.js';
import {
  AllocateChildDto,
  ComeBackIntoCareDto,
  CompleteChildDto,
  LeaveCareDto,
  NameSocialWorkerDto,
  RecordDeathDto,
  RegisterChildDto,
  TakeBackDeathDto,
} from './children.dto.js';
import { ChildrenRoute } from './children.route.js';
import { changeInWords } from './holders-in-words.js';

const BODIES: Readonly<Record<string, Type>> = {
  complete: CompleteChildDto,
  allocate: AllocateChildDto,
  'name-social-worker': NameSocialWorkerDto,
  'leave-care': LeaveCareDto,
  'come-back-into-care': ComeBackIntoCareDto,
  'record-death': RecordDeathDto,
  'take-back-death': TakeBackDeathDto,
};

type CarriesOut = (id: string, body: object, sent: SentWith) => Promise<WrittenDto>;

/** After a death only IRO managers see the child, so others are led to the list. */
const leadsTo = (act: string, { id, get }: AskedForForm): string =>
  act === 'record-death' ? '/children' : get(ChildAddresses).pathOf(id);

const begins = async (act: string, asked: AskedForForm): Promise<Typed | OtherPage> => {
  const { initials, bornOn, population, allowedActs, allocations, socialWorkers } = await asked.ask(
    new ReadChildStanding(asked.id, asked.asker),
  );
  if (!allowedActs.includes(act)) return notNow(asked.get(ChildAddresses).pathOf(asked.id));
  const fromToday = { from: inThreeBoxes(londonDate(asked.get<Clock>(CLOCK).now())) };
  switch (act) {
    case 'complete':
      return { initials: initials ?? '', bornOn: inThreeBoxes(bornOn), population };
    case 'allocate':
      return allocations.length === 0 ? {} : fromToday;
    case 'name-social-worker':
      return socialWorkers.length === 0 ? {} : fromToday;
    default:
      return {};
  }
};

const peopleOffered = ({ get }: AskedForForm): ChoicesBy => {
  const people = peopleInOffice(get<Directory>(DIRECTORY), londonDate(get<Clock>(CLOCK).now()));
  return { 'people-in-office': people.map(({ name, posts }) => ({ value: name, text: posts })) };
};

/** The changes, in words, that the events of an act bring beside those that its form tells of every such act. */
const follows = async (events: readonly DomainEvent[], asked: AskedForForm): Promise<string[]> => {
  const holders = await asked.ask(new ReadChildStanding(asked.id, asked.asker));
  const names = namesFrom(asked.get<Directory>(DIRECTORY), londonDate(asked.get<Clock>(CLOCK).now()));
  return (events as readonly ChildEvent[]).flatMap((event) =>
    event.type === 'ChildAllocated' || event.type === 'SocialWorkerNamed'
      ? changeInWords(event.data, holders, names)
      : [],
  );
};

const actPages = Object.entries(CHILD_ACT_FORMS).map(([act, { form, method }]) =>
  formPageOf({
    path: `children/:address/${act}`,
    permits: 'child.write',
    opens: Opens('child'),
    begins: (asked) => begins(act, asked),
    carrying: (asked) => ({
      pages: [form],
      body: BODIES[act]!,
      around: async () => {
        const { initials } = await asked.ask(new ReadChildStanding(asked.id, asked.asker));
        return {
          choices: act === 'name-social-worker' ? peopleOffered(asked) : asked.get(ChoicesOfCouncil).now(),
          back: asked.get(ChildAddresses).pathOf(asked.id),
          caption: `${initials ?? 'Initials not known'} · ${asked.id}`,
          ...(await asked.get(ChangesSince).of(childStream(asked.id), changesOfAChild)),
        };
      },
      carryOut: (body, sent) => {
        const route = asked.get(ChildrenRoute) as unknown as Record<typeof method, CarriesOut>;
        return route[method](asked.id, body, sent);
      },
      follows: (events) => follows(events, asked),
      leadsTo: () => leadsTo(act, asked),
    }),
  }),
);

const registerPage = formPageOf({
  path: 'children/new',
  permits: 'child.write',
  opens: OpensNothing('A form in which nothing is written yet.'),
  carrying: ({ get }) => ({
    pages: [registerForm],
    body: RegisterChildDto,
    around: async () => ({ choices: get(ChoicesOfCouncil).now(), back: '/children' }),
    carryOut: (body, sent) => get(ChildrenRoute).register(body as RegisterChildDto, sent),
    follows: async () => [],
    leadsTo: ({ reference }) => get(ChildAddresses).pathOf(reference),
  }),
});

/** The pages of the acts on children’s records. */
export const childPages: readonly Type[] = [registerPage, ...actPages];
