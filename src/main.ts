import 'reflect-metadata';
import { join } from 'node:path';

const OLDEST_NODE = 24;

/** Loads nothing that an older Node would crash on before it has said so in a sentence. */
const begin = async (): Promise<void> => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    process.stderr.write(
      `footprint: this is Node ${process.versions.node}; Footprint needs ${OLDEST_NODE} or newer.\n`,
    );
    process.exitCode = 1;
    return;
  }
  // Compiled code is kept for the next start. If the folder may not be written, nothing is kept, and no error is shown.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(process.env.NODE_COMPILE_CACHE ?? join(import.meta.dirname, '../../node_modules/.cache/compiled'));
  const { nameLinesOfSources } = await import('./platform/logging/lines-of-sources.js');
  nameLinesOfSources();
  const { serve } = await import('./serve.js');
  await serve(process.env);
};

await begin();
