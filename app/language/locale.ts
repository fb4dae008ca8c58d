/** The languages that Assay speaks. */
import type { Language } from '../model/preferences.ts'

export type Locale = Exclude<Language, 'system'>

const LOCALES: readonly Locale[] = ['en', 'uk', 'fr', 'ar-XB']

/**
 * The language for a choice: the chosen one, else the first of the system's that Assay speaks, else English.
 *
 * @param ofSystem BCP 47 tags, the most wanted first
 */
export function localeFor(language: Language, ofSystem: readonly string[]): Locale {
  if (language !== 'system') return language
  const known = ofSystem.map(one => LOCALES.find(locale => one.toLowerCase().split('-')[0] === locale))
  return known.find(one => one !== undefined) ?? 'en'
}
