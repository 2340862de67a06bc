/**
 * Loaded into a process of ours before anything else, it kills that process without warning as soon as it has said the
 * words of FOOTPRINT_TEST_KILLED_WHEN_IT_SAYS. A test that watched from outside would kill too late on a busy machine.
 */
const words = new RegExp(process.env.FOOTPRINT_TEST_KILLED_WHEN_IT_SAYS);
const write = process.stderr.write.bind(process.stderr);

process.stderr.write = (text, ...more) => {
  const written = write(text, ...more);
  if (words.test(String(text))) process.kill(process.pid, 'SIGKILL');
  return written;
};
