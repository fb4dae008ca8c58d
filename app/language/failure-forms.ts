import type { FailureForms } from './failures.ts'
import type { Locale } from './locale.ts'

/** What is refused, in a language; no forms for English, which is what refusals are written in. */
export async function failureForms(locale: Locale): Promise<FailureForms> {
  switch (locale) {
    case 'uk':
      return (await import('./failures/uk.json', { with: { type: 'json' } })).default
    case 'fr':
      return (await import('./failures/fr.json', { with: { type: 'json' } })).default
    default:
      return {}
  }
}
