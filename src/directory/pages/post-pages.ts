import { listedInWords } from '../../platform/listed-in-words.js';
import { upperFirst } from '../../platform/upper-first.js';
import type { Type } from '@nestjs/common';
import type { Permission } from '../../access/access-table.js';
import type { SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import { londonDate } from '../../calendar/dates.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { codeOfPost } from '../../protocol/own-posts.js';
import { postByName } from '../../protocol/in-words.js';
import { POST_KINDS } from '../../protocol/protocol.js';
import { saysOn } from '../../protocol/words-now.js';
import { ProtocolLibrary } from '../../protocol/protocol-library.js';
import { type AskedForForm, formPageOf } from '../../web/forms/form-page.js';
import type { Choice, Form } from '../../web/forms/form.js';
import { ChangesSince } from '../changes-since.js';
import { ChoicesOfCouncil } from '../choices-of-council.js';
import type { Directory } from '../directory.js';
import { postStream } from '../post.js';
import { LeavePostDto, RegisterPostDto, TakePostDto } from '../posts/posts.dto.js';
import { PostsRoute } from '../posts/posts.route.js';
import { leavePostForm, registerPostForm, takePostForm } from './post-forms.js';
import type { Typed } from '../../web/forms/typed.js';
import { ANSWER_KEPT, proposesIt, saidOrWaits } from './said-or-waits.js';

const OPENS = OpensNothing('Posts of the council and who holds them.');
const BACK = '/directory?show=posts';

const registerPage = formPageOf({
  path: 'posts/new',
  permits: 'directory.write',
  opens: OPENS,
  carrying: (asked) => ({
    pages: [registerPostForm],
    body: RegisterPostDto,
    around: async () => ({
      choices: { ...asked.get(ChoicesOfCouncil).now(), kinds: await kindsOfPost(asked), services: servicesOf(asked) },
      back: BACK,
    }),
    carryOut: (body, sent) => asked.get(PostsRoute).register(body as RegisterPostDto, sent),
    follows: async () => [],
    leadsTo: () => BACK,
  }),
});

/** The kinds that the program knows, and those of the council’s own that somebody may hold. */
const kindsOfPost = async ({ get }: AskedForForm): Promise<Choice[]> => {
  const today = todayBy(get<Clock>(CLOCK));
  const { posts } = saysOn(await get(ProtocolLibrary).current(), today);
  return [
    ...POST_KINDS.map((kind) => ({ value: kind as string, text: upperFirst(postByName(kind)) })),
    ...posts.filter(({ actsAs }) => actsAs !== null).map(({ code, title }) => ({ value: code, text: title })),
  ];
};

const servicesOf = ({ get }: AskedForForm): Choice[] =>
  get<Directory>(DIRECTORY)
    .services()
    .map((service) => ({ value: service, text: service }));

type CarriesOut = (route: PostsRoute, id: string, body: never, sent: SentWith) => Promise<WrittenDto>;

const onPost = (act: string, permits: Permission, form: Form, body: Type, carryOut: CarriesOut): Type =>
  formPageOf({
    path: `posts/:id/${act}`,
    permits,
    opens: OPENS,
    ...(act === 'leave' ? { begins: async (asked) => onlyHolderOf(asked) } : {}),
    carrying: (asked) => ({
      pages: [form],
      body,
      around: async () => ({
        ...{ choices: {}, back: BACK, caption: titleOf(asked) },
        ...(await asked.get(ChangesSince).of(postStream(asked.id))),
      }),
      carryOut: (typed, sent) => carryOut(asked.get(PostsRoute), asked.id, typed as never, sent),
      follows: async () => (act === 'take' ? whoHoldsItStill(asked) : []),
      leadsTo: () => BACK,
      said: saidOrWaits,
      button: proposesIt,
    }),
  });

/** Nobody leaves a post because another takes it. That it is only proposed is said by the advice of the act. */
const whoHoldsItStill = (asked: AskedForForm): string[] => {
  const directory = asked.get<Directory>(DIRECTORY);
  const names = holdersOf(asked).map((person) => directory.person(person)?.name ?? person);
  return names.length === 0
    ? []
    : [`${listedInWords(names)} ${names.length === 1 ? 'holds' : 'hold'} it too, until you record that they leave.`];
};

/** Person ids of those who hold it today. */
const holdersOf = ({ get, id }: AskedForForm): string[] => {
  const directory = get<Directory>(DIRECTORY);
  const kind = directory.post(id)?.kind;
  if (kind === undefined) return [];
  return directory
    .postsHeld(kind, todayBy(get<Clock>(CLOCK)))
    .flatMap(({ postId, person }) => (postId === id && person !== null ? [person] : []));
};

/** The name of whoever holds it, where nobody else does. */
const onlyHolderOf = (asked: AskedForForm): Typed => {
  const directory = asked.get<Directory>(DIRECTORY);
  const [only, ...others] = holdersOf(asked);
  const name = only === undefined || others.length > 0 ? undefined : directory.person(only)?.name;
  return name === undefined ? {} : { person: name };
};

/** @throws Problem `not-found` */
const titleOf = ({ get, id }: AskedForForm): string => {
  const directory = get<Directory>(DIRECTORY);
  const post = directory.post(id);
  if (post === undefined) throw notFound();
  const team = post.team === null ? null : directory.team(post.team, todayBy(get<Clock>(CLOCK)));
  const scope = team?.name ?? post.service;
  const title = post.title === post.kind ? upperFirst(codeOfPost(post.kind).replaceAll('-', ' ')) : post.title;
  // A council often says the team in the title.
  return scope === null || scope === undefined || title.includes(scope) ? title : `${title}, ${scope}`;
};

const todayBy = (clock: Clock): string => londonDate(clock.now());

/** The pages of the acts on posts. */
export const postPages: readonly Type[] = [
  registerPage,
  onPost('take', 'role.propose', takePostForm, TakePostDto, (route, id, body: TakePostDto, sent) =>
    route.take(id, body, sent, ANSWER_KEPT),
  ),
  onPost('leave', 'directory.write', leavePostForm, LeavePostDto, (route, id, body: LeavePostDto, sent) =>
    route.leave(id, body, sent),
  ),
];
