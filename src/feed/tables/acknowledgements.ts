import { teamNameOn } from '../../../projections/names.js';
import { type FeedTable, day, list, number, pseudonyms, text, yesNo } from '../feed-table.js';

export const acknowledgements: FeedTable = {
  name: 'acknowledgements',
  row: 'one acknowledgement of good practice',
  from: 'acknowledgement_register AS given',
  key: ['given.reference'],
  fields: [
    text('reference', 'given.reference', 'Its reference, which never changes.'),
    text('status', 'given.status', 'Whether it stands, or was withdrawn.'),
    text('year', 'given.year', 'The financial year in which it counts, by the day on which it was given.'),
    text('quarter', 'given.quarter', 'The quarter of that year.'),
    day('givenOn', 'given.given_on', 'The day on which it was given.'),
    text('team', 'given.team', 'Id of the team of that day.'),
    text('teamName', teamNameOn('given.team', 'given.given_on'), 'What the team was called on that day.'),
    text('theme', 'given.theme', 'Code of its theme.'),
    text('themeGroup', 'given.theme_group', 'Code of the group of that theme.'),
    text(
      'giverRole',
      'given.giver_role',
      'The kind of post from which it was given; empty where a register does not say.',
    ),
    pseudonyms('children', 'given.children', 'Pseudonyms of the children whom it is about.'),
    number('childCount', 'given.child_count', 'How many children it is about.'),
    number('people', 'json_array_length(given.people)', 'How many people are thanked by name.'),
    yesNo('wholeTeam', 'given.whole_team', 'Whether it thanks the whole team.'),
    number('thanks', 'given.thanks', 'How many people have said well done.'),
    yesNo('imported', 'given.imported', 'Whether it was read in from a register.'),
    list('notKept', 'given.lacks', 'Facts for which its register had no column.'),
  ],
};
