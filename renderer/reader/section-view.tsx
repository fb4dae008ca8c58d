import { memo, useRef } from 'react'
import type { Label } from '#app/model/label'
import type { Range } from '#app/text/range'
import type { Mark } from './marks.ts'
import type { Section } from './sections.ts'
import { SentenceView } from './sentence-view.tsx'

interface SectionViewProps {
  readonly section: Section
  readonly text: string
  readonly sentences: readonly Range[]
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
  /** True where its first sentence is the title of the article. */
  readonly titled: boolean
  readonly mounted: boolean
  /** Index of the current sentence; -1 where it is in another section. */
  readonly current: number
  /** Indices of the selected sentences in this section, half-open. */
  readonly from: number
  readonly to: number
  /** Where its current sentence would be split, as an offset of the article; -1 where it is not being split. */
  readonly splitAt: number
  /** The person pressed a sentence, at an offset of the article. */
  readonly onPoint: (index: number, offset: number, extend: boolean) => void
}

/** UTF-16 units that fit on a line, and the height of one in pixels, about: for a section not laid out yet. */
const LINE_UNITS = 72
const LINE_HEIGHT = 39
const PARAGRAPH_GAP = 12

const UNMARKED: Mark = { annotations: [], reviewed: false }

/** Some paragraphs. Rendered again only when one of its own sentences changes. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, text, sentences, marks, labels, titled, mounted, current, from, to, splitAt, onPoint } =
    props
  const pressedAt = useRef<number>(-1)
  const height =
    Math.ceil(section.length / LINE_UNITS) * LINE_HEIGHT + section.paragraphs.length * PARAGRAPH_GAP
  if (!mounted) return <div style={{ blockSize: height }} />
  return (
    // The keyboard has its own way through the sentences; the pointer's goes through the section.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see shell/keys.ts
    // biome-ignore lint/a11y/noStaticElementInteractions: a sentence is reached by keyboard, and announced as current
    <div
      className="section"
      style={{ containIntrinsicBlockSize: `auto ${height}px` }}
      onMouseDown={event => {
        pressedAt.current = sentenceAt(event.target)
      }}
      onClick={event => {
        const index = sentenceAt(event.target)
        const sentence = sentences[index]
        if (!sentence || index !== pressedAt.current) return
        onPoint(index, sentence.start + caretIn(event.clientX, event.clientY), event.shiftKey)
      }}
    >
      {section.paragraphs.map(({ start, end }) => (
        <p key={start} className={titled && start === 0 ? 'paragraph paragraph-title' : 'paragraph'}>
          {sentences.slice(start, end).map((sentence, place) => {
            const index = start + place
            const next = sentences[index + 1]
            const gap = next && index + 1 < end ? text.slice(sentence.end, next.start) : ''
            return (
              <SentenceView
                key={sentence.start}
                number={index + 1}
                text={text.slice(sentence.start, sentence.end)}
                gap={gap}
                mark={marks[index - section.from] ?? UNMARKED}
                labels={labels}
                current={index === current}
                splitAt={index === current && splitAt >= 0 ? splitAt - sentence.start : -1}
                selected={index >= from && index < to && to - from > 1}
              />
            )
          })}
        </p>
      ))}
    </div>
  )
})

/** The index of the sentence that an element belongs to; -1 for none. */
function sentenceAt(target: EventTarget): number {
  const sentence = target instanceof Element ? target.closest<HTMLElement>('[data-sentence]') : null
  return sentence ? Number(sentence.dataset.sentence) - 1 : -1
}

/** The place in its sentence of the caret, were there one under the pointer; 0 where there is none. */
function caretIn(x: number, y: number): number {
  const caret = document.caretPositionFromPoint(x, y)
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return 0
  let place = caret.offset
  for (let node = caret.offsetNode.previousSibling; node; node = node.previousSibling)
    place += node.textContent?.length ?? 0
  return place
}
