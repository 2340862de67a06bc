/** A call was not answered in the time it was given. Whether it was carried out is not known. */
export class TimeLimitPassed extends Error {
  override readonly name = 'TimeLimitPassed';
  constructor() {
    super('No answer within the time limit.');
  }
}

/** The time for which a caller may still be kept waiting. Starts when it is made. */
export class TimeLimit {
  private readonly ends: number;

  /** @param oneAttempt milliseconds that one attempt may take, so that there is time for another */
  constructor(
    milliseconds: number,
    private readonly oneAttempt = milliseconds / 3,
  ) {
    this.ends = performance.now() + milliseconds;
  }

  /** Milliseconds that are left. */
  left(): number {
    return Math.max(0, this.ends - performance.now());
  }

  /** Milliseconds that one attempt may take, so that there is time for another. */
  forOneAttempt(): number {
    return Math.min(this.left(), this.oneAttempt);
  }
}

/**
 * Our own timer around a call of the client, whose own deadline holds for some calls only.
 * @throws TimeLimitPassed when the call has not settled by then; what it does later is of no interest to anyone
 */
export const within = <Answer>(milliseconds: number, call: Promise<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimeLimitPassed()), milliseconds);
    call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
