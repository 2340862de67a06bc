import type { Duty, DutyWork } from '../duty.js';
import { Tour } from '../tour.js';

/** The only instance is always on duty. */
export class AlwaysOnDuty implements Duty {
  private tour: Tour | undefined;

  start(work: DutyWork): void {
    this.tour ??= new Tour(work);
  }

  get isOurs(): boolean {
    return this.tour !== undefined;
  }

  async stop(): Promise<void> {
    const { tour } = this;
    this.tour = undefined;
    await tour?.leave();
  }
}
