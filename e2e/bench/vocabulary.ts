/**
 * Made-up words with the spread of a natural language: few are everywhere, most are rare (Zipf, as Mandelbrot mended it).
 * From a seed, the same on every machine.
 */
import { type Random, randomFrom } from './generator.ts'

/** How many words there are. */
export const WORDS = 200_000

const SYLLABLES = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'pr', 'ch'].flatMap(
  consonant => ['a', 'e', 'i', 'o', 'u'].map(vowel => consonant + vowel),
)

/** The word of a rank, from 0, the most frequent: short ones are frequent. No two ranks have one word. */
export function wordOfRank(rank: number): string {
  let word = ''
  for (let rest = rank; ; rest = Math.floor(rest / SYLLABLES.length) - 1) {
    word += SYLLABLES[rest % SYLLABLES.length]
    if (rest < SYLLABLES.length) return word
  }
}

/** Ranks by their place in a table of equal chances. */
const TABLE = 1 << 22

/** Draws words as a language does. */
export function speaker(seed: number): () => string {
  const random = randomFrom(seed)
  const [ranks, words] = spread()
  return () => words[ranks[random(TABLE)] ?? 0] ?? ''
}

let known: readonly [Uint32Array, readonly string[]] | undefined

function spread(): readonly [Uint32Array, readonly string[]] {
  if (known) return known
  const chances = Array.from({ length: WORDS }, (_, rank) => 1 / (rank + 2.7) ** 1.05)
  const sum = chances.reduce((total, chance) => total + chance, 0)
  const ranks = new Uint32Array(TABLE)
  let [place, reached] = [0, 0]
  for (const [rank, chance] of chances.entries()) {
    reached += (chance / sum) * TABLE
    // Each word has its place, be it ever so rare.
    do ranks[place++] = rank
    while (place < reached && place < TABLE)
  }
  ranks.fill(WORDS - 1, place)
  known = [ranks, Array.from({ length: WORDS }, (_, rank) => wordOfRank(rank))]
  return known
}

/** An article of made-up words, and where its sentences are; 14 to 40 words, about 130 bytes each. */
export function spokenArticle(
  seed: number,
  sentences: number,
): { readonly title: string; readonly text: string; readonly flat: readonly number[] } {
  const speak = speaker(seed + 1)
  const random: Random = randomFrom(seed + 7_000_000)
  const flat: number[] = []
  let text = ''
  let title = ''
  for (let count = 0; count < sentences; count++) {
    const words = Array.from({ length: count === 0 ? 8 : 14 + random(27) }, speak).join(' ')
    const sentence = words.charAt(0).toUpperCase() + words.slice(1)
    flat.push(text.length, text.length + sentence.length + (count === 0 ? 0 : 1))
    if (count === 0) title = sentence
    text += count === 0 ? `${sentence}\n\n` : `${sentence}.${random(4) === 0 ? '\n\n' : ' '}`
  }
  return { title, text, flat }
}
