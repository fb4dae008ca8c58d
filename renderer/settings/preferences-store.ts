/** How the person wants Assay to look and behave. Main keeps it; what is changed here shows at once. */
import { create } from 'zustand'
import { localeFor } from '#app/language/locale'
import {
  DEFAULT_PREFERENCES,
  type PreferenceChange,
  type Preferences,
  readPreferences,
} from '#app/model/preferences'
import { call } from '../door.ts'
import { speak } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'

export const usePreferences = create<Preferences>(() => DEFAULT_PREFERENCES)

export const preferences = (): Preferences => usePreferences.getState()

/** Takes over what main has, and looks and speaks like it from now on. */
export async function takePreferences(next: Preferences): Promise<void> {
  await speak(localeFor(next.language, navigator.languages))
  dress(next)
  usePreferences.setState(next, true)
}

/** Changes preferences. What is not named stays. */
export async function prefer(change: PreferenceChange): Promise<void> {
  await takePreferences(readPreferences({ ...preferences(), ...change }))
  const outcome = await call('preferences.change', change)
  if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
}

/** Whether the system wants more contrast than usual. */
const wantsContrast = () => matchMedia('(prefers-contrast: more)')

/** Follows the system where it comes to want more contrast, or no longer does. */
export const followContrast = (): void =>
  wantsContrast().addEventListener('change', () => dress(preferences()))

/** Puts what style sheets heed on the root of the page; see ui/tokens.css. */
function dress({ theme, typeface, textSize, measure, lineHeight }: Preferences): void {
  const { dataset, style } = document.documentElement
  dataset.theme = theme
  dataset.contrast = theme === 'contrast' || wantsContrast().matches ? 'more' : 'usual'
  dataset.typeface = typeface
  style.setProperty('--text-scale', String(textSize / 100))
  style.setProperty('--measure', `calc(${measure} * var(--size-text))`)
  style.setProperty('--leading-text', String(lineHeight / 100))
}
