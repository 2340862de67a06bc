import type { DisputeState, Matter } from '../dispute.js';

export const onMatter = (state: DisputeState, change: (matter: Matter) => Matter): DisputeState =>
  'matter' in state ? { ...state, matter: change(state.matter) } : state;
