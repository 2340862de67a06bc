import type { About } from '../../web/frame/page.js';
import { actorInWords, viewInWords } from '../views/present-views.js';
import type { EmergencyAccessListDto } from './emergencies.dto.js';

export const presentEmergencies = (
  { items }: EmergencyAccessListDto,
  { now, words }: Pick<About, 'now' | 'words'>,
): object => ({
  title: 'Emergency access',
  items: items.map(({ reference, by, reason, takenAt, until, opened }) => ({
    ...{ reason, takenAt, until },
    reference: words.said(reference),
    who: actorInWords(by),
    isRunning: now < until,
    opened: opened.map((view) => viewInWords(view, words.said)),
  })),
});
