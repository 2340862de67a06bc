import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Folder of the program, whether it runs from its sources or as it was built. */
const programFolder = (from = import.meta.dirname): string =>
  existsSync(join(from, 'package.json')) ? from : programFolder(dirname(from));

/** The folder in which `script/build-assets.mjs` puts the files for browsers, named by the hash of its contents. */
export const assetsFolder = (): string => join(programFolder(), 'dist', 'assets');

const A_YEAR = '365d';

/** Serves them: for ever the same under their address, so that a browser asks once. */
export const serveAssets = async (fastify: FastifyInstance): Promise<void> => {
  await fastify.register(staticFiles, {
    root: assetsFolder(),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: A_YEAR,
    index: false,
    decorateReply: false,
    dotfiles: 'deny',
    redirect: false,
  });
};
