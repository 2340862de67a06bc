import { sealingKeyIn } from '../sealing/sealing-key.js';
import { SettingInvalid } from './setting-invalid.js';

/**
 * The key with which drafts and documents are sealed; null where the data folder keeps one of its own.
 * @throws SettingInvalid for anything but 256 bits in base64url
 */
export const sealingIn = (written: string | undefined): Buffer | null => {
  if (!written) return null;
  const key = sealingKeyIn(written);
  if (key !== undefined) return key;
  // It is a secret, so it is not repeated.
  throw new SettingInvalid(
    'FOOTPRINT_SEALING_KEY is not 43 letters, digits, dashes and underscores (256 bits in base64url): make one with script/make-secrets, ' +
      "or with openssl rand -base64 32 | tr '+/' '-_' | tr -d '='.",
  );
};
