import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux, in each second. */
const TICKS = 100;

/** The fields of /proc/ID/stat after the name of the program, which may hold anything. @returns undefined if it ended meanwhile */
const statOf = (id) => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
};

/**
 * Seconds of processor time that this process and all that it started have taken until now, those that ended included. Undefined on a system
 * without /proc. Another machine, or a busy one, takes more time by the clock, and about as much of the processor.
 */
export const processorTime = () => {
  let processes;
  try {
    processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return undefined;
  }
  const stats = new Map(processes.map((id) => [Number(id), statOf(id)]).filter(([, stat]) => stat !== undefined));
  const isOurs = (id) => id === process.pid || (stats.has(id) && isOurs(stats.get(id)[1]));
  let ticks = 0;
  for (const [id, stat] of stats) if (isOurs(id)) for (const place of [11, 12, 13, 14]) ticks += stat[place];
  return ticks / TICKS;
};
