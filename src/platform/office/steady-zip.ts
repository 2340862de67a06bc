import { type Zippable, zipSync } from 'fflate';

/** The first moment that an archive can name. It is read in the time of the machine, so that every machine writes the same. */
const SAME_MOMENT = new Date(1980, 0, 1);

/** An archive that is the same bytes whenever and wherever it is made of the same files. Of those that are named first nothing is packed. */
export const steadyZip = (
  files: Readonly<Record<string, Uint8Array>>,
  asTheyAre: Readonly<Record<string, Uint8Array>> = {},
): Buffer => {
  const unpacked = Object.entries(asTheyAre).map(([name, bytes]) => [name, [bytes, { level: 0 }]] as const);
  const zippable = Object.fromEntries([...unpacked, ...Object.entries(files)]) as Zippable;
  return Buffer.from(zipSync(zippable, { mtime: SAME_MOMENT }));
};
