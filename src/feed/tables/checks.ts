import { type FeedTable, day, pseudonym, text, yesNo } from '../feed-table.js';

export const checks: FeedTable = {
  name: 'checks',
  row: 'one standard of a check that an IRO made of a child’s plan',
  from: 'review_checks AS checked',
  key: ['checked.reference', 'checked.standard'],
  fields: [
    text('reference', 'checked.reference', 'Reference of the check.'),
    text('standard', 'checked.standard', 'Code of the standard.'),
    text('kind', 'checked.kind', 'What kind of check it is.'),
    day('heldOn', 'checked.held_on', 'The day of the check.'),
    text('theme', 'checked.theme', 'Code of the theme under which a dispute about it would stand.'),
    pseudonym('child', 'checked.child', 'Pseudonym of the child.'),
    text(
      'answer',
      'checked.answer',
      'Whether the standard is met, not met, or none was identified; empty while nobody has answered.',
    ),
    text('dispute', 'checked.dispute', 'Reference of the dispute that was raised about it.'),
    yesNo('notRaised', 'checked.not_raised', 'Whether somebody wrote down why nothing was raised.'),
    yesNo('withdrawn', 'checked.withdrawn', 'Whether it was begun by mistake and withdrawn; then no figure counts it.'),
    text(
      'outstanding',
      'checked.outstanding',
      'What is still to be done: `to-answer` or `to-decide`; empty where nothing is.',
    ),
  ],
};
