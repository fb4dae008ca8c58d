import type { Database } from 'better-sqlite3'
import type { KnownName } from '#app/contract'
import { ofAttribute } from './names.ts'

const OFFERED = 8
/** As many words of the text are asked for, the longest: they say the most, and ask the least of the index. */
const WORDS = 10
const SHORTEST = 4

/** Finds the values of an attribute that share words with a text. */
export function similarOf(db: Database) {
  const ranked = db.prepare<object, KnownName>(`select k.value, k.uses
    from value_words w join known_values k on k.key = w.rowid
    where value_words match @match and k.attribute = @attribute
    order by w.rank limit ${OFFERED}`)
  return (attribute: string, text: string): KnownName[] => {
    const words = tellingWords(text)
    if (words.length === 0) return []
    const match = `${ofAttribute(attribute)} AND value : (${words.map(word => `"${word}"`).join(' OR ')})`
    return ranked.all({ attribute, match })
  }
}

/** The words of a text that say most about it: its longest ones, and its numbers. */
function tellingWords(text: string): string[] {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])
  return [...words]
    .filter(word => word.length >= SHORTEST || /\p{N}/u.test(word))
    .sort((a, b) => b.length - a.length)
    .slice(0, WORDS)
}
