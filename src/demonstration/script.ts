import { instantInLondon } from '../calendar/dates.js';
import { acknowledgementStory } from './acknowledgement-story.js';
import { DisputeStory } from './dispute-story.js';
import type { ScriptedAct, Setting } from './setting.js';

const DISPUTES = 380;
const ACKNOWLEDGEMENTS = 130;

/** Disputes that are under way today, so that the board always has something late, something due today and something to judge. */
const UNDER_WAY: readonly ((story: DisputeStory) => ScriptedAct[])[] = [
  (story) => story.unanswered('formal', 5),
  (story) => story.unanswered('formal', 5),
  (story) => story.unanswered('informal', 5),
  (story) => story.unanswered('formal', 4),
  (story) => story.unanswered('formal', 2),
  (story) => story.unanswered('informal', 1),
  (story) => story.unanswered('formal', 7),
  (story) => story.unanswered('informal', 6),
  (story) => story.unanswered('formal', 9),
  (story) => story.answered(3),
  (story) => story.answered(5),
  (story) => story.climbing(14),
  (story) => story.climbing(15),
  (story) => story.climbing(22),
  (story) => story.climbing(60),
];

/** Two years of Northshire in the order in which it happened, ending today. @param more what is told besides */
export const writeScript = (setting: Setting, more: readonly ScriptedAct[] = []): ScriptedAct[] => {
  const acts: ScriptedAct[] = [];
  for (let number = 0; number < DISPUTES; number++) acts.push(...new DisputeStory(setting, number).tell());
  UNDER_WAY.forEach((tell, index) => acts.push(...tell(new DisputeStory(setting, DISPUTES + index))));
  for (let number = 0; number < ACKNOWLEDGEMENTS; number++) acts.push(...acknowledgementStory(setting, number));
  acts.push(...more);
  const now = instantInLondon(setting.today, 9, 0);
  return acts.filter(({ at }) => at <= now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};
