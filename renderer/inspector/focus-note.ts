import { showNow } from '../ui/after-paint.ts'

/** The id of the field for the note of the current annotation. */
export const NOTE_FIELD = 'note'

/** Puts the cursor into the note, if there is an annotation to note something on. */
export function focusNote(): void {
  // The inspector may be a frame behind, and what is typed next must not reach the keys that tag.
  showNow()
  document.getElementById(NOTE_FIELD)?.focus()
}
