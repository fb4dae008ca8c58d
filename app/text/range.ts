/**
 * A half-open piece of a text, `start` up to but not including `end`, in UTF-16 units.
 * Every offset inside Assay is of this unit; see `offsets.ts` for those of other programs.
 */
export interface Range {
  readonly start: number
  readonly end: number
}

/** True where the two ranges share at least one unit. Ranges that only touch do not overlap. */
export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** True where both ranges cover the very same units. */
export const sameRange = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end
