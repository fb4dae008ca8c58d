/**
 * What main refuses, in the person's language. Main says it in English, one sentence, the same in the window and on the
 * command line; here it is known again by its form, and said in words of the catalogue `failures.json` of the language.
 * What no form fits stays as it came.
 */

/** English forms with `{0}`, `{1}` … for what is put into them, each with its translation. */
export type FailureForms = Readonly<Record<string, string>>

interface Form {
  readonly pattern: RegExp
  /** The numbers of the places, in the order in which they stand in English. */
  readonly places: readonly string[]
  readonly translation: string
}

/** How deep a sentence may stand in another one. */
const DEEPEST = 3

/** Makes of forms a function that translates a failure's message. */
export function failureSayer(forms: FailureForms): (message: string) => string {
  let compiled: readonly Form[] | undefined
  const say = (message: string, depth: number): string => {
    compiled ??= Object.entries(forms).sort(longestFirst).map(formOf)
    if (depth > DEEPEST) return message
    for (const { pattern, places, translation } of compiled) {
      const values = pattern.exec(message)
      if (!values) continue
      // What is put in may be a sentence of its own.
      const said = new Map(places.map((place, index) => [place, say(values[index + 1] ?? '', depth + 1)]))
      return translation.replace(/\{(\d+)\}/g, (_, place: string) => said.get(place) ?? '')
    }
    return message
  }
  return message => say(message, 0)
}

/** The form that says most comes first: of two that fit, it is the one that was meant. */
const longestFirst = ([a]: [string, string], [b]: [string, string]): number => wordsIn(b) - wordsIn(a)
const wordsIn = (form: string): number => form.replace(/\{\d+\}/g, '').length

function formOf([english, translation]: [string, string]): Form {
  const places = [...english.matchAll(/\{(\d+)\}/g)].map(found => found[1] ?? '')
  const literal = english.split(/\{\d+\}/).map(piece => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return { pattern: new RegExp(`^${literal.join('([\\s\\S]*?)')}$`), places, translation }
}
