import './hover-card.css'
import { memo, type RefObject, useEffect, useState } from 'react'
import type { Annotation } from '#app/model/annotation'
import { AnnotationCard, cardOf } from '../inspector/annotation-card.tsx'
import { useCodebook, useSession } from '../shell/session-store.ts'
import { offsetAt, sentenceAt } from './dom-places.ts'
import { markAt, reading } from './reader-store.ts'

/** Milliseconds for which the pointer rests before the card comes. */
const REST = 500

/** Pixels between the pointer and the card. */
const GAP = 18

interface Hovered {
  readonly annotations: readonly Annotation[]
  readonly x: number
  readonly y: number
}

/**
 * What the annotations under the resting pointer say: label, annotator, attributes and note. For the eye only: who works
 * by keyboard has the same in the inspector, and a screen reader in the description of the sentence.
 */
export const HoverCard = memo(function HoverCard({ body }: { readonly body: RefObject<HTMLElement | null> }) {
  const [hovered, setHovered] = useState<Hovered | null>(null)
  const book = useCodebook()
  const annotator = useSession(({ session }) => session?.annotator.name ?? '')
  useEffect(() => (body.current ? watchPointer(body.current, setHovered) : undefined), [body])
  if (!hovered) return null
  const { x, y, annotations } = hovered
  const above = y > innerHeight * 0.6
  return (
    <div
      className="hover-card"
      aria-hidden="true"
      style={{
        left: x,
        ...(above ? { insetBlockEnd: innerHeight - y + GAP } : { insetBlockStart: y + GAP }),
      }}
    >
      {annotations.map(annotation => (
        <AnnotationCard key={annotation.id} {...cardOf(annotation, book, annotator)} />
      ))}
    </div>
  )
})

/** Tells where the pointer has come to rest on annotations, and when it goes on. @returns a function that stops it */
function watchPointer(body: HTMLElement, tell: (hovered: Hovered | null) => void): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined
  const leave = () => {
    clearTimeout(resting)
    tell(null)
  }
  const move = (event: PointerEvent) => {
    leave()
    if (event.pointerType === 'mouse' && event.buttons === 0)
      resting = setTimeout(() => tell(annotationsUnder(event)), REST)
  }
  const stop = new AbortController()
  const options = { signal: stop.signal, passive: true } as const
  body.addEventListener('pointermove', move, options)
  body.addEventListener('pointerleave', leave, options)
  window.addEventListener('keydown', leave, { ...options, capture: true })
  window.addEventListener('scroll', leave, { ...options, capture: true })
  return () => {
    stop.abort()
    leave()
  }
}

function annotationsUnder({ target, clientX, clientY }: PointerEvent): Hovered | null {
  const now = reading()
  const index = sentenceAt(target)
  const mark = now && index >= 0 ? markAt(now, index) : undefined
  if (!now || !mark) return null
  const offset = offsetAt(now.sentences, clientX, clientY)
  const annotations = mark.annotations.filter(
    ({ start, end }) => offset === undefined || (start <= offset && offset <= end),
  )
  return annotations.length === 0 ? null : { annotations, x: Math.min(clientX, innerWidth - 340), y: clientY }
}
