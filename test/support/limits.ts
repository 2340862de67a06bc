/** For a test or a benchmark that works as fast as it can as a few people: limits that it never meets. */
export const NO_LIMITS = {
  FOOTPRINT_LIMIT_PERSON: '1000000',
  FOOTPRINT_LIMIT_ADDRESS: '1000000',
  FOOTPRINT_LIMIT_SIGN_IN: '1000000',
  FOOTPRINT_LIMIT_WAITING: '1000000',
};
