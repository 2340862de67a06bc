import type { Matter } from './dispute.js';
import type { ActionAgreed, DisputeEvent, WantedAction } from './events.js';

/** Actions that become owed, numbered on from those the dispute has. */
export const agreedInOrder = (
  matter: Matter,
  actions: readonly (WantedAction & Pick<ActionAgreed, 'offered'>)[],
  agreedIn?: NonNullable<ActionAgreed['agreedIn']>,
): DisputeEvent[] =>
  actions.map(({ what, who, person, by, offered }, index) => ({
    type: 'ActionAgreed',
    data: {
      action: {
        actionId: `A${matter.actions.length + index + 1}`,
        what,
        who,
        ...(person === undefined ? {} : { person }),
        by,
        ...(offered === undefined ? {} : { offered }),
        ...(agreedIn === undefined ? {} : { agreedIn }),
      },
    },
  }));
