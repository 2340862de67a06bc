/** A setting that cannot be used, in one sentence for the person who set it. */
export class SettingInvalid extends Error {
  override readonly name = 'SettingInvalid';
}
