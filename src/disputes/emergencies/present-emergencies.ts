import type { About } from '../../web/frame/page.js';
import { actorInWords, viewInWords } from '../views/present-views.js';
import type { EmergencyAccessListDto } from './emergencies.dto.js';

export const presentEmergencies = ({ items }: EmergencyAccessListDto, { now }: About): object => ({
  title: 'Emergency access',
  items: items.map(({ reference, by, reason, takenAt, until, opened }) => ({
    ...{ reference, reason, takenAt, until },
    who: actorInWords(by),
    isRunning: now < until,
    opened: opened.map(viewInWords),
  })),
});
