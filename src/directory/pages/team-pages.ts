import type { Type } from '@nestjs/common';
import { londonDate } from '../../calendar/dates.js';
import type { SentWith } from '../../access/sent.js';
import { OpensNothing } from '../../access/view-log/opens.js';
import type { Clock } from '../../platform/clock/clock.js';
import { notFound } from '../../platform/http/problem.js';
import type { WrittenDto } from '../../platform/http/written.dto.js';
import { CLOCK, DIRECTORY } from '../../platform/tokens.js';
import { type AskedForForm, formPageOf } from '../../web/forms/form-page.js';
import { type Form } from '../../web/forms/form.js';
import { ChangesSince } from '../changes-since.js';
import { teamStream } from '../team.js';
import { ChoicesOfCouncil } from '../choices-of-council.js';
import type { Directory } from '../directory.js';
import { AddSpellingsDto, EndTeamDto, MoveTeamDto, RegisterTeamDto, RenameTeamDto } from '../teams/teams.dto.js';
import { TeamsRoute } from '../teams/teams.route.js';
import { ANSWER_KEPT, saidOrWaits } from './said-or-waits.js';
import { addSpellingsForm, endTeamForm, moveTeamForm, registerTeamForm, renameTeamForm } from './team-forms.js';

const OPENS = OpensNothing('Teams of the council.');
const BACK = '/directory?show=teams';

const registerPage = formPageOf({
  path: 'teams/new',
  permits: 'directory.write',
  opens: OPENS,
  carrying: ({ get }) => ({
    pages: [registerTeamForm],
    body: RegisterTeamDto,
    around: async () => ({ choices: get(ChoicesOfCouncil).now(), back: BACK }),
    carryOut: (body, sent) => get(TeamsRoute).register(body as RegisterTeamDto, sent),
    follows: async () => [],
    leadsTo: () => BACK,
  }),
});

type CarriesOut = (route: TeamsRoute, id: string, body: never, sent: SentWith) => Promise<WrittenDto>;

const onTeam = (act: string, form: Form, body: Type, carryOut: CarriesOut): Type =>
  formPageOf({
    path: `teams/:id/${act}`,
    permits: 'directory.write',
    opens: OPENS,
    carrying: (asked) => ({
      pages: [form],
      body,
      around: async () => {
        const choices = asked.get(ChoicesOfCouncil).now();
        const others = choices.teams!.filter(({ value }) => value !== asked.id);
        return {
          ...{ choices: { ...choices, 'other-teams': others }, back: BACK },
          ...{ caption: nameOf(asked), isCaptionInTheirWords: true },
          ...(await asked.get(ChangesSince).of(teamStream(asked.id))),
        };
      },
      carryOut: (typed, sent) => carryOut(asked.get(TeamsRoute), asked.id, typed as never, sent),
      follows: async () => [],
      leadsTo: () => BACK,
      said: saidOrWaits,
    }),
  });

/** @throws Problem `not-found` */
const nameOf = ({ get, id }: AskedForForm): string => {
  const today = londonDate(get<Clock>(CLOCK).now());
  const team = get<Directory>(DIRECTORY).team(id, today);
  if (team === undefined) throw notFound();
  return team.name;
};

/** The pages of the acts on teams. */
export const teamPages: readonly Type[] = [
  registerPage,
  onTeam('rename', renameTeamForm, RenameTeamDto, (route, id, body: RenameTeamDto, sent) =>
    route.rename(id, body, sent),
  ),
  onTeam('add-spellings', addSpellingsForm, AddSpellingsDto, (route, id, body: AddSpellingsDto, sent) =>
    route.addSpellings(id, body, sent),
  ),
  onTeam('move-to-service', moveTeamForm, MoveTeamDto, (route, id, body: MoveTeamDto, sent) =>
    route.move(id, { ...body, service: body.service ?? null }, sent, ANSWER_KEPT),
  ),
  onTeam('end', endTeamForm, EndTeamDto, (route, id, body: EndTeamDto, sent) => route.end(id, body, sent, ANSWER_KEPT)),
];
