/**
 * A time of day as people write it (14:00, 14.00, 2pm, 9:30 pm, midday) as it is kept: `HH:MM` of 24 hours. Undefined for other words.
 */
export const timeAsTyped = (text: string): string | undefined => {
  const written = text.trim().toLowerCase();
  if (written === 'midday' || written === 'noon') return '12:00';
  if (written === 'midnight') return '00:00';
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m\.?)?$/.exec(written) ?? [];
  if (hours === undefined || (half === undefined && !/[:.]/.test(written))) return undefined;
  const hour = half === undefined ? Number(hours) : ofTwelve(Number(hours), half === 'p');
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes}`;
};

const ofTwelve = (hour: number, isAfternoon: boolean): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (isAfternoon ? 12 : 0);
