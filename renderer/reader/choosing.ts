/** Which of the annotations at one place is edited, where there are several. */
import type { AnnotationId } from '#app/model/ids'
import type { Range } from '#app/text/range'
import { chosenAnnotation, currentMark, reading, showReading } from './reader-store.ts'

/** Chooses an annotation of the current sentence. */
export function choose(chosen: AnnotationId): void {
  const now = reading()
  if (now) showReading({ ...now, chosen })
}

/** Chooses the next annotation of the current sentence; after the last one comes the first. */
export function chooseNext(step: 1 | -1): void {
  const now = reading()
  const annotations = (now && currentMark(now)?.annotations) ?? []
  if (!now || annotations.length === 0) return
  const place = annotations.findIndex(one => one.id === chosenAnnotation(now)?.id)
  const next = annotations.at((place + step) % annotations.length)
  if (next) showReading({ ...now, chosen: next.id })
}

/** Chooses the shortest annotation at an offset of the article; pressed again, the next longer one. */
export function chooseAt(offset: number): void {
  const now = reading()
  const here =
    (now && currentMark(now)?.annotations.filter(one => one.start <= offset && offset < one.end)) ?? []
  if (!now || here.length === 0) return
  const byLength = here.toSorted((a, b) => lengthOf(a) - lengthOf(b))
  const place = byLength.findIndex(one => one.id === now.chosen)
  const next = byLength[(place + 1) % byLength.length]
  if (next) showReading({ ...now, chosen: next.id })
}

const lengthOf = ({ start, end }: Range): number => end - start
