/** With a capital letter at its beginning, and the rest as it is: `IRO manager` stays so. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
