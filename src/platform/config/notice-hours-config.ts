import { SettingInvalid } from './setting-invalid.js';

/** The matters that can be urgent enough to tell people of at any hour: a dispute marked so, a child's death, what concerns Cafcass. */
export const URGENCIES = ['urgent-disputes', 'deaths', 'cafcass'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** For a service that works at all hours. */
export const EVERYTHING = 'everything';

/** The hours in which people are told, in London, on working days. Times are written `HH:MM`. */
export interface NoticeHours {
  /** From then on, messages go at once. */
  readonly from: string;
  /** From then on, they wait for the next working day. */
  readonly to: string;
  /** The time of day at which digests and reminders go. */
  readonly morning: string;
  /** The notices that go at any hour of any day: some of the urgent ones, or all. */
  readonly atAnyHour: readonly Urgency[] | typeof EVERYTHING;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const USUAL_HOURS: NoticeHours = { from: '07:00', to: '19:00', morning: '08:00', atAnyHour: URGENCIES };

const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** @throws SettingInvalid */
export const noticeHoursIn = ({ NOTICES_HOURS, NOTICES_MORNING, NOTICES_AT_ANY_HOUR }: Environment): NoticeHours => {
  const [from, to] = hoursIn(NOTICES_HOURS || `${USUAL_HOURS.from}-${USUAL_HOURS.to}`);
  const morning =
    NOTICES_MORNING || (USUAL_HOURS.morning < from || USUAL_HOURS.morning >= to ? from : USUAL_HOURS.morning);
  if (!new RegExp(`^${TIME}$`).test(morning) || morning < from || morning >= to)
    throw new SettingInvalid(
      `NOTICES_MORNING is "${morning}": write a time of day as 08:00, within NOTICES_HOURS (${from}-${to}).`,
    );
  return { from, to, morning, atAnyHour: urgenciesIn(NOTICES_AT_ANY_HOUR) };
};

const hoursIn = (written: string): [from: string, to: string] => {
  const [, from, to] = new RegExp(`^(${TIME})-(${TIME})$`).exec(written) ?? [];
  if (from !== undefined && to !== undefined && from < to) return [from, to];
  throw new SettingInvalid(`NOTICES_HOURS is "${written}": write two times of one day as 07:00-19:00.`);
};

const urgenciesIn = (written: string | undefined): NoticeHours['atAnyHour'] => {
  if (!written) return USUAL_HOURS.atAnyHour;
  if (written === 'none') return [];
  if (written === EVERYTHING) return EVERYTHING;
  const names = written.split(',').map((each) => each.trim());
  const known = names.flatMap((name) => URGENCIES.find((each) => each === name) ?? []);
  if (known.length === names.length) return known;
  throw new SettingInvalid(
    `NOTICES_AT_ANY_HOUR is "${written}": write some of ${URGENCIES.join(', ')} with commas between, or none, or everything.`,
  );
};
