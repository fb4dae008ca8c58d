import { memo } from 'react'
import type { Label } from '#app/model/label'
import type { Range } from '#app/text/range'
import { isOpen, type Mark, UNMARKED } from './marks.ts'
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
}

/** UTF-16 units that fit on a line, and the height of one in pixels, about: for a section not laid out yet. */
const LINE_UNITS = 72
const LINE_HEIGHT = 39
const PARAGRAPH_GAP = 12

/** Some paragraphs. Rendered again only when one of its own sentences changes. */
export const SectionView = memo(function SectionView(props: SectionViewProps) {
  const { section, text, sentences, marks, labels, titled, mounted, current, from, to, splitAt } = props
  const height =
    Math.ceil(section.length / LINE_UNITS) * LINE_HEIGHT + section.paragraphs.length * PARAGRAPH_GAP
  if (!mounted) return <div style={{ blockSize: height }} />
  return (
    <div className="section" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
      {section.paragraphs.map(({ start, end }) => (
        <p
          key={start}
          className={titled && start === 0 ? 'paragraph paragraph-title' : 'paragraph'}
          data-coverage={coverageOf(marks.slice(start - section.from, end - section.from))}
        >
          {sentences.slice(start, end).map((sentence, place) => {
            const index = start + place
            const next = sentences[index + 1]
            const gap = next && index + 1 < end ? text.slice(sentence.end, next.start) : ''
            return (
              <SentenceView
                key={sentence.start}
                number={index + 1}
                start={sentence.start}
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

/** How far a paragraph has come, for its margin. */
function coverageOf(marks: readonly Mark[]): 'done' | 'begun' | undefined {
  const open = marks.filter(isOpen).length
  if (open === 0) return 'done'
  return open < marks.length ? 'begun' : undefined
}
