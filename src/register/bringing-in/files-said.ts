import { notValid } from '../../platform/http/problem.js';
import type { RegisterFile } from '../reading/register-file.js';
import { UnreadableFile } from '../reading/sheet.js';

/** @throws Problem `not-valid` where there is none, or two have one name */
export const mustBeFiles = (files: readonly RegisterFile[]): void => {
  if (files.length === 0) throw notValid([{ pointer: '/files', message: 'Choose at least one file' }]);
  const twice = files.find(({ name }, at) => files.findIndex((other) => other.name === name) < at);
  if (twice !== undefined)
    throw notValid([{ pointer: '/files', message: `Two files are called ${twice.name}: give each a name of its own` }]);
};

/** Says to a person who sent a file why it cannot be read. @throws Problem `not-valid` */
export const saidOfFiles = async <Result>(read: () => Promise<Result>): Promise<Result> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw notValid([{ pointer: '/files', message: error.message }]);
  }
};
