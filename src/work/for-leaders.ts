import { answersForTheService } from '../disputes/restriction.js';
import type { Asked, Matter, Work } from './matter.js';
import { LEADERS, type Office } from './office.js';

/**
 * Leaders stand in where nobody is IRO manager or head of quality assurance. One of them who answers for the IRO service all the same is asked for its work. The
 * others may do one thing of it: give a dispute whose IRO has left to an IRO who is in office. Whatever else falls to them alone they can
 * only see to by filling the posts, so that is what they are asked.
 */
export const asLeadersMay = (matters: readonly Matter[], office: Office): Matter[] => {
  if (!matters.some(({ hasFallen }) => hasFallen) || !office.lastResort(null).isWithoutService) return [...matters];
  const isThereAnIro = SEATS.some((kind) => office.anywhere(kind).length > 0);
  return matters.map((matter) => {
    if (!matter.hasFallen || !isAskedOfLeadersAlone(matter)) return matter;
    if (isThereAnIro && GIVEN.includes(matter.what) && matter.shown.takenOn) return matter;
    const ofTheService = matter.asked.filter(answers);
    if (ofTheService.length > 0) return { ...matter, asked: ofTheService };
    return { ...matter, what: 'fill-vacancy', asked: matter.asked.map((each) => ({ ...each, mayRead: false })) };
  });
};

const SEATS = ['iro', 'conference-chair'] as const;

/** Done by handing it over. */
const GIVEN: readonly Work[] = ['hand-over', 'find-a-judge'];

const answers = ({ post }: Asked): boolean => post !== null && answersForTheService({ posts: [post] });

/** Nobody of those asked is asked from a post that has its own part in it, such as the manager above a vacant post. */
const isAskedOfLeadersAlone = ({ what, asked }: Matter): boolean =>
  what !== 'fill-vacancy' &&
  asked.length > 0 &&
  asked.every(({ post }) => post !== null && LEADERS.includes(post.kind));
