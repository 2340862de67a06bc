/**
 * The house protocol with a clock for receipts and for recommendations, pauses by the IRO, and a meeting that times the director's stage:
 * with it every act on a dispute is lawful at some stage.
 *
 * @param house the text of protocols/house.yaml
 */
export const fullerHouse = (house: string): string =>
  `${house.replace(
    /( {4}copy-to: assistant-director\n {4}clock: )5 working-days/,
    '$1meeting',
  )}\nreceipt-clock: 1 working-days\npauses:\n  allowed: yes\n  by: iro\nrecommendations:\n  clock: 5 working-days\n`;
