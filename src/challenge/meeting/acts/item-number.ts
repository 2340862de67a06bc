import { Pattern } from '../../../platform/http/fields.js';

/** The number of an item within its meeting, in a body: `I1`. */
export const ItemNumber = (): PropertyDecorator =>
  Pattern(/^I\d{1,4}$/, 'must be the number of an item, for example I1');
