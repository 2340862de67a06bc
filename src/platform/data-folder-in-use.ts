/** Another process writes to this folder. */
export class DataFolderInUse extends Error {
  override readonly name = 'DataFolderInUse';
  constructor(
    readonly path: string,
    /** Its process number, where it has said so. */
    readonly holder: number | undefined,
  ) {
    super(
      `The data folder ${path} is in use by another Footprint${holder === undefined ? '' : ` (process ${holder})`}. ` +
        'Stop it first, or use another folder.',
    );
  }
}
