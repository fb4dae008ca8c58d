/** Digits take a version of the conflict that is shown, wherever in the view the focus is. */

let taken: ((digit: number) => void) | undefined

/** @returns a function that stops it */
export function hearConflictDigits(onDigit: (digit: number) => void): () => void {
  taken = onDigit
  return () => {
    taken = undefined
  }
}

/** What a chord does while conflicts are shown. */
export function conflictKey(chord: string): (() => void) | undefined {
  const take = taken
  return take && /^[1-9]$/.test(chord) ? () => take(Number(chord)) : undefined
}
