/** Where the keyboard is in the codebook. */
import { afterPaint } from '../ui/after-paint.ts'

/** Puts the cursor into the name of what is shown, once it is, to be written over. */
export const focusName = (): void => {
  afterPaint(() => document.querySelector<HTMLInputElement>('.codebook-editor .field input')?.select())
}

/** Leads the keyboard to what is chosen, where what it was on has gone with the last step. */
export const focusChosen = (): void => {
  afterPaint(() => {
    if (document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('.codebook-index [aria-selected="true"]')?.focus()
  })
}
