import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import en from './en/index.ts'
import fr from './fr/index.ts'
import uk from './uk/index.ts'

const translations = { uk, fr } as const

/** The places and marked parts of a message, sorted. */
function placesOf(message: string, locale: string): string[] {
  const places = new Set<string>()
  const walk = (elements: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const element of elements) {
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value)
      if ('children' in element) walk(element.children)
      // 0 is a literal and 7 the number sign of a plural; all others name a place.
      if (element.type !== 0 && element.type !== 7) places.add(element.value)
    }
  }
  walk(new IntlMessageFormat(message, locale).getAst())
  return [...places].sort()
}

/** The words of a message, without those of its form. */
const wordsOf = (message: string): string[] =>
  message
    .replace(/\w+, (plural|select|number),?|\b(one|few|many|other) (?=\{)|\{\w+\}/g, '')
    .match(/\p{L}{2,}/gu) ?? []

describe.each(Object.entries(translations))('the catalogue %s', (locale, catalogue) => {
  test('has every message, and no other', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort())
  })

  test('fills the same places', () => {
    for (const [id, message] of Object.entries(en)) {
      const translated = (catalogue as Record<string, string>)[id] ?? ''
      expect([id, placesOf(translated, locale)]).toEqual([id, placesOf(message, 'en')])
    }
  })

  test('says nothing in English that says anything', () => {
    const same = Object.entries(en).filter(([id, message]) => {
      const translated = (catalogue as Record<string, string>)[id]
      return translated === message && wordsOf(message).length > 3
    })
    expect(same).toEqual([])
  })

  test('has the plural forms of its language', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    for (const [id, message] of Object.entries(catalogue)) {
      for (const [plural] of message.matchAll(/\{\w+, plural,/g)) {
        const missing = forms
          .filter(form => form !== 'many' || locale === 'uk')
          .filter(form => !message.includes(`${form} {`))
        expect([id, plural, missing]).toEqual([id, plural, []])
      }
    }
  })
})

test('every message names its room', () => {
  for (const id of Object.keys(en)) expect(id).toMatch(/^[a-z]+\.[a-z0-9-]+$/)
})
