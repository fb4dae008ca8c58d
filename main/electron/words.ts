/**
 * What the menu and the dialogs of the system say, in the language that the person chose. Nothing here is read before
 * Electron is ready: where the person has chosen none, the system's languages are asked for.
 */
import { app } from 'electron'
import { failureForms } from '#app/language/failure-forms'
import { failureSayer } from '#app/language/failures'
import { type Locale, localeFor } from '#app/language/locale'
import type { Language } from '#app/model/preferences'
import en from './words/en.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import uk from './words/uk.json' with { type: 'json' }

export type WordId = keyof typeof en
type Catalogue = Readonly<Record<WordId, string>>

const catalogues: Readonly<Record<Locale, Catalogue>> = { en, uk, fr, 'ar-XB': en }

let spoken: Locale = 'en'
let failure = failureSayer({})
let wanted: Locale = 'en'

/** Speaks a language from now on; asked for several at once, the last one. */
export async function speak(language: Language): Promise<void> {
  const next = localeFor(language, app.getPreferredSystemLanguages())
  if (next === wanted && next === spoken) return
  wanted = next
  const forms = await failureForms(next)
  if (wanted !== next) return
  failure = failureSayer(forms)
  spoken = next
}

/** A word or sentence in the language that is spoken. */
export const word = (id: WordId): string => catalogues[spoken][id]

/** What a failure says, in the language that is spoken. */
export const failureWords = (message: string): string => failure(message)
