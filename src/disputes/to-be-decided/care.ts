/**
 * Whether there is anything of a dispute to be decided because a child's time in care is over:
 *
 * - `over`: a child of it has died, has left care, or is 18; or was in care, and the directory knows no better
 * - `goes-on`: a child of it is in care, and none of them has left
 * - `never-was`: no child of it has ever been in care
 */
export type Care = 'over' | 'goes-on' | 'never-was';
