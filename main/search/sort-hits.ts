import type { Hit, HitOrder } from '#app/search/search'
import { foldedWords } from '#app/search/words'

/** So many words on a side decide; more are never seen beside one another. */
const WORDS = 6

/** Hits in order: by the words next to them, the nearest first, by themselves, or by title; equal ones as they came. */
export function sortHits(hits: readonly Hit[], order: HitOrder): Hit[] {
  const compare = new Intl.Collator('und', { numeric: true }).compare
  const keyed = hits.map(hit => ({ hit, key: keyOf(hit, order) }))
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ hit }) => hit)
}

function keyOf(hit: Hit, order: HitOrder): string {
  switch (order) {
    case 'left':
      return foldedWords(hit.left).reverse().slice(0, WORDS).join(' ')
    case 'hit':
      return `${foldedWords(hit.hit).join(' ')} ${rightOf(hit)}`
    case 'right':
      return rightOf(hit)
    case 'title':
      return hit.title
    default:
      return ''
  }
}

const rightOf = ({ right }: Hit): string => foldedWords(right).slice(0, WORDS).join(' ')
