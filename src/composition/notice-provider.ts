import type { NoticesConfig } from '../platform/config/notices-config.js';
import type { Log } from '../platform/logging/log.js';
import { LogProvider } from '../platform/notices/log-provider.js';
import { NotifyProvider } from '../platform/notices/notify-provider.js';
import type { NoticeProvider } from '../platform/notices/provider.js';
import { SmtpProvider } from '../platform/notices/smtp-provider.js';

/** The provider that carries notices by these settings. */
export const providerIn = (settings: NoticesConfig, log: Pick<Log, 'info'> | undefined): NoticeProvider => {
  switch (settings.provider) {
    case 'log':
      return new LogProvider(log);
    case 'smtp':
      return new SmtpProvider(settings);
    case 'notify':
      return new NotifyProvider(settings);
  }
};
