import type { MeetingsPageDto } from '../../src/challenge/meeting/list/list.dto.js';
import { EXAMPLES_OF_MEETINGS, EXAMPLES_OF_SERIES } from '../support/examples-of-meetings.js';
import { type Act, type Acts, alone, type Body, NOTHING } from './act.js';
import { BEGINS_WITH_A_CHILD } from './acts-about-children.js';
import type { Course } from './columns.js';
import { type Courses, meetingOf, TODAY } from './courses.js';

/** The posts that sit in a meeting: those of the columns that say so, or one of the IRO service alone. */
export const seatsIn = (course: Course): readonly string[] =>
  course === 'tabled'
    ? ['assistant-director', 'agency-decision-maker', 'director', 'chief-executive']
    : ['qa-service-manager'];

const HAVE_MEETINGS: readonly Course[] = [...BEGINS_WITH_A_CHILD, 'tabled'];

/** A meeting of its own with the dispute of that course on its agenda. */
const onMeeting = (name: string): Act => ({
  about: 'meeting',
  prepare: async (courses, course) => {
    if (!HAVE_MEETINGS.includes(course)) return undefined;
    const dispute = await courses.dispute(course === 'tabled' ? 'first-stage' : course);
    const id = name === 'cancel' ? await inASeries(courses, course) : await byItself(courses, course);
    // The case stands on the agenda before anything else, so that a person who sits in the meeting may see it.
    const { after } = EXAMPLES_OF_MEETINGS.get(name)!.sent;
    for (const each of ['add-items', ...after.filter((step) => step !== 'add-items')]) {
      const { route, body } = typeof each === 'string' ? { route: each, body: meetingBody(each, dispute.id) } : each;
      await courses.council.done('Mona', `/challenge/meetings/${id}/${route}`, seated(body, course));
    }
    return { ...dispute, id, words: dispute.id };
  },
  send: ({ id, words }) => ({ path: `/challenge/meetings/${id}/${name}`, body: meetingBody(name, words) }),
});

const byItself = async ({ council }: Courses, course: Course): Promise<string> =>
  (await council.done('Mona', '/challenge/meetings', { ...meetingOf(seatsIn(course)), heldOn: TODAY })).reference;

/** A meeting is called off where its agenda can go to the next of its series. */
const inASeries = async ({ council }: Courses, course: Course): Promise<string> => {
  const terms = { ...seriesBody('start'), posts: seatsIn(course) };
  const { reference } = await council.done('Mona', '/challenge/series', terms);
  const { body } = await council.get<MeetingsPageDto>('Mona', `/challenge/meetings?series=${reference}`);
  return body.items[0]!.meeting;
};

const meetingBody = (route: string, dispute: string): Body => EXAMPLES_OF_MEETINGS.get(route)!.sent.body(dispute);

/** Those present are of the posts that sit in it. */
const seated = (body: Body, course: Course): Body =>
  'present' in body ? { present: [{ post: seatsIn(course)[0], person: null }] } : body;

const onSeries = (name: string): Act => ({
  about: 'nothing',
  prepare: async (courses) => {
    const { reference: id } = await courses.council.done('Mona', '/challenge/series', seriesBody('start'));
    return { ...NOTHING, id };
  },
  send: ({ id }) => ({ path: `/challenge/series/${id}/${name}`, body: seriesBody(name) }),
});

export const seriesBody = (route: string): Body => EXAMPLES_OF_SERIES.get(route)!.sent.body('');

/** Business support seats no post that answers for every team. */
const OF_TEAMS = { posts: ['team-manager'] };

export const actsOnMeetings: Acts = {
  'POST /challenge/meetings': alone('/challenge/meetings', () => ({ ...meetingBody('arrange', ''), ...OF_TEAMS })),
  'POST /challenge/series': alone('/challenge/series', () => ({ ...seriesBody('start'), ...OF_TEAMS })),
  ...Object.fromEntries([
    ...[...EXAMPLES_OF_MEETINGS.keys()]
      .filter((name) => name !== 'arrange')
      .map((name) => [`POST /challenge/meetings/:meeting/${name}`, onMeeting(name)]),
    ...[...EXAMPLES_OF_SERIES.keys()]
      .filter((name) => name !== 'start')
      .map((name) => [`POST /challenge/series/:series/${name}`, onSeries(name)]),
  ]),
};
