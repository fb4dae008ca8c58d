import { locale } from '../messages/messages.ts'

/** A language by its name in the language of the window; by its code where it has none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'language' }).of(code) ?? code
  } catch {
    // No code of BCP 47: as it is.
    return code
  }
}
