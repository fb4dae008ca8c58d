/** The id of the field for the note of the current annotation. */
export const NOTE_FIELD = 'note'

/** Puts the cursor into the note, if there is an annotation to note something on. */
export function focusNote(): void {
  document.getElementById(NOTE_FIELD)?.focus()
}
