/** Characters of the name of a council: it stands beside the name of the program on one line. */
export const LONGEST_COUNCIL_NAME = 80;
