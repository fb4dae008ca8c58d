import { sentencesIn } from '#app/model/segmentation'
import type { Range } from '#app/text/range'
import { reading } from '../reader/reader-store.ts'

/** Scrolls to a range of the open article; the current sentence stays. */
export function showRange(range: Range): void {
  const { from } = sentencesIn(reading()?.sentences ?? [], range)
  document
    .querySelector(`[data-sentence="${from + 1}"]`)
    ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}
