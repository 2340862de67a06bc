/** A time of day in London as it is written everywhere: 24 hours, `HH:MM`. */
export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
export const TIME_IN_WORDS = 'must be a time of day in London, for example 14:00';
