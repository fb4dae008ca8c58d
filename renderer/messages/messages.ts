/**
 * What Assay says, in the person's language. The messages stand in catalogues, a file for each room and language; here
 * they are put into words. A change of language shows the whole window anew, so that nothing has to listen for it.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { ReactNode } from 'react'
import { failureForms } from '#app/language/failure-forms'
import { failureSayer } from '#app/language/failures'
import type { Locale } from '#app/language/locale'
import type { Catalogue, MessageId } from './catalogue.ts'
import en from './en/index.ts'

export type { Locale } from '#app/language/locale'
export type { MessageId } from './catalogue.ts'

/** The others are loaded when somebody speaks them. */
const catalogues: Readonly<Record<Locale, () => Promise<Catalogue>>> = {
  en: async () => en,
  uk: async () => (await import('./uk/index.ts')).default,
  fr: async () => (await import('./fr/index.ts')).default,
  'ar-XB': async () => en,
}

/** In which direction a language is written. */
export const directionOf = (one: Locale): 'ltr' | 'rtl' => (one === 'ar-XB' ? 'rtl' : 'ltr')

/** The language whose numbers, dates and plurals are those of a locale. */
const formsOf = (one: Locale): string => (one === 'ar-XB' ? 'en' : one)

let catalogue: Catalogue = en
let failureIn = failureSayer({})
let spoken: Locale = 'en'
const compiled = new Map<MessageId, IntlMessageFormat>()

/** The language that is spoken now. */
export const locale = (): Locale => spoken

/** Whether there is a message of this name, such as one made of the id of a format. */
export const isMessage = (id: string): id is MessageId => Object.hasOwn(en, id)

/** Speaks a language from now on. */
export async function speak(next: Locale): Promise<void> {
  const [words, forms] = await Promise.all([catalogues[next](), failureForms(next)])
  catalogue = words
  failureIn = failureSayer(forms)
  spoken = next
  compiled.clear()
  document.documentElement.lang = next
  document.documentElement.dir = directionOf(next)
}

/** What main refused, in words; as it came where the catalogue does not know it. */
export const sayFailure = (message: string): string => failureIn(message)

type Value = string | number | Date

/** A message in words. @param values of the places in it, by their names */
export function say(id: MessageId, values?: Readonly<Record<string, Value>>): string {
  return String(formatOf(id).format(values))
}

/** A message with marked parts, such as `<key>Enter</key>`, each shown by the function of its name. */
export function sayRich(
  id: MessageId,
  values: Readonly<Record<string, Value | ((parts: ReactNode[]) => ReactNode)>>,
): ReactNode {
  return formatOf(id).format<ReactNode>(values)
}

function formatOf(id: MessageId): IntlMessageFormat {
  const known = compiled.get(id)
  if (known) return known
  const format = new IntlMessageFormat(catalogue[id], formsOf(spoken), undefined, { ignoreTag: false })
  compiled.set(id, format)
  return format
}

/** By language: a format takes longer to make than many numbers to write. */
const plainNumbers = new Map<string, Intl.NumberFormat>()

function plainNumber(): Intl.NumberFormat {
  const forms = formsOf(spoken)
  const format = plainNumbers.get(forms) ?? new Intl.NumberFormat(forms)
  plainNumbers.set(forms, format)
  return format
}

/** A number as people of the language write it. */
export const sayNumber = (value: number, options?: Intl.NumberFormatOptions): string =>
  (options ? new Intl.NumberFormat(formsOf(spoken), options) : plainNumber()).format(value)

/** A day of ISO 8601, or the beginning of a date and time, as people of the language write it; as it is where it is none. */
export function sayDate(iso: string): string {
  const date = new Date(`${iso.slice(0, 10)}T12:00:00`)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(formsOf(spoken), { dateStyle: 'medium' }).format(date)
}

/** A moment of ISO 8601, as day and time where the person is; as it is where it is none. */
export function sayMoment(iso: string): string {
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime())) return iso
  return new Intl.DateTimeFormat(formsOf(spoken), { dateStyle: 'medium', timeStyle: 'short' }).format(moment)
}
