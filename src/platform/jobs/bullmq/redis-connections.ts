import { Redis, type RedisOptions } from 'ioredis';

/** Longest wait before a connection that was lost is tried again, in milliseconds. */
const LONGEST_PAUSE = 2_000;

/** Milliseconds that a command may take before Redis counts as away. */
export const PATIENCE = 2_000;

/** The connections of one part of the program, so that all of them are closed when it stops. */
export class RedisConnections {
  private readonly all = new Set<Redis>();

  constructor(
    private readonly url: string,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /** For commands that somebody waits for: they fail where Redis is away. Connects when told to. */
  forCommands(): Redis {
    return this.open({ maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: PATIENCE });
  }

  /** For a worker, which waits until Redis is back. */
  forWork(): Redis {
    return this.open({ maxRetriesPerRequest: null });
  }

  close(): void {
    for (const connection of this.all) connection.disconnect();
  }

  private open(options: RedisOptions): Redis {
    const retryStrategy = (times: number): number => Math.min(times * 100, LONGEST_PAUSE);
    const redis = new Redis(this.url, { ...options, lazyConnect: true, retryStrategy });
    redis.on('error', this.onTrouble);
    this.all.add(redis);
    // The worker makes itself a second connection to wait on, and waits for ever where Redis does not come back.
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (more) => {
      const copy = duplicate(more);
      this.all.add(copy);
      return copy;
    };
    return redis;
  }
}

/** So that closing can be given up where Redis never answers. */
export const patience = (milliseconds = PATIENCE): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
