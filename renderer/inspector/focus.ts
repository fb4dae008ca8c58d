/** Where the keyboard is: in the fields of the inspector, or at the sentence. */
import { showNow } from '../ui/after-paint.ts'

/** The id of the field for the note of the current annotation. */
export const NOTE_FIELD = 'note'

/** Puts the cursor into the note. @returns false where there is no annotation to note something on */
export function focusNote(): boolean {
  showInspector()
  return focusOn(document.getElementById(NOTE_FIELD))
}

/** Puts the cursor into the first attribute. @returns false where there is none */
export function focusFirstAttribute(): boolean {
  showInspector()
  const field = document.querySelector('[data-attribute]')
  const chosen = field?.querySelector<HTMLElement>('input[type="radio"]:checked')
  return focusOn(chosen ?? field?.querySelector<HTMLElement>('input, textarea, select') ?? null)
}

/** The inspector may be a frame behind, and what is typed next must not reach the keys that tag. */
const showInspector = showNow

function focusOn(field: HTMLElement | null): boolean {
  field?.focus()
  return field !== null
}
