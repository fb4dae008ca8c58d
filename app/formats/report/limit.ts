import { Refusal } from '../../failure.ts'
import type { Figures } from '../figures.ts'
import { count } from './words.ts'

/**
 * Refuses (`too-large`) a report that is longer than this many runs of text, before anything of it is made.
 *
 * @param instead says what to do
 */
export function refuseBeyond(most: number, figures: Figures, instead: string): void {
  if (lengthOf(figures) <= most) return
  throw new Refusal(
    'too-large',
    `A report of ${count(figures.articles)} articles with ${count(figures.annotations)} annotations would be too large. ${instead}`,
  )
}

/** About how many runs a report has: an annotation has its pieces of text, its tag, and its entry. */
const lengthOf = ({ sentences, annotations, articles }: Figures): number =>
  sentences + annotations * 10 + articles * 10
