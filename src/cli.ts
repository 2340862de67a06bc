import { run } from './cli/run.js';
import { nameLinesOfSources } from './platform/logging/lines-of-sources.js';

nameLinesOfSources();

// A reader such as `head` that has seen enough is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Nobody may be listening to progress any more; what is being written is finished all the same.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  print: (text) => void process.stdout.write(text),
  say: (text) => void process.stderr.write(text),
});
