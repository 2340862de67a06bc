/** Working days after which a wait without a date is long, unless the council says otherwise (`FOOTPRINT_LONG_WAIT_DAYS`). */
export const USUAL_LONG_WAIT_DAYS = 5;
