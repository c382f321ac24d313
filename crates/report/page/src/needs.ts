// Requirements as the equations have them: which components they name, when they fail.

import type { Need } from "./contract";

export const NEVER = Infinity;

/** What the program writes for "never". */
const WRITTEN_NEVER = 0xffff_ffff;

/** Minutes as they are written; none is 0. */
export function minutes(written: number | undefined): number {
  return written === WRITTEN_NEVER ? NEVER : written ?? 0;
}

/** The components that a requirement names. */
export function leaves(need: Need): number[] {
  return need.c !== undefined ? [need.c] : (need.g ?? []).flatMap(leaves);
}

/** How many members of a group must hold. */
export function mustHold(need: Need): number {
  return need.n ?? (need.g ?? []).length - (need.m ?? 0) + 1;
}

/** When a requirement fails, given when components do. Members that take over are hot, or left out. */
export function fails(need: Need, times: Float64Array): number {
  if (need.c !== undefined) return times[need.c]! + minutes(need.w);
  const standing = (need.g ?? []).filter((member) => !member.s?.x);
  const members = standing.map((member) => fails(member, times)).sort((a, b) => a - b);
  return (members[(need.m ?? 0) - 1] ?? NEVER) + minutes(need.w);
}
