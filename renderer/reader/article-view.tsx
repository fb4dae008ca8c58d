import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import type { Annotation } from '#app/model/annotation'
import type { Article } from '#app/model/article'
import { pickedRange } from '#app/text/pick'
import { DescribeButton } from '../library/describe-button.tsx'
import { sayDate } from '../messages/messages.ts'
import { usePreferences } from '../settings/preferences-store.ts'
import { useCodebook } from '../shell/session-store.ts'
import { chooseAt } from './choosing.ts'
import { offsetAt, selectedRange, sentenceAt } from './dom-places.ts'
import { HoverCard } from './hover-card.tsx'
import { pickRange } from './picking.ts'
import { coversWhole } from './pieces.ts'
import { chosenAnnotation, currentMark, goTo, type Reading, reading, selection } from './reader-store.ts'
import { ReadingProgress } from './reading-progress.tsx'
import { SectionView } from './section-view.tsx'
import { sectionOf } from './sections.ts'
import { chosenOffset, leaveSplit, pointAt, pointSplit, useSplitting } from './splitting.ts'
import { useHighlight } from './use-highlight.ts'
import { useMounting } from './use-mounting.ts'

/** Share of the window's height that the current sentence keeps from its edges; `scroll-margin` in reader.css. */
const MARGIN = 0.22

/** An article: its head, and its sections one after the other. */
export function ArticleView({ opened }: { readonly opened: Reading }) {
  const { article, text, sentences, sections, marks, current, pick } = opened
  const { labels } = useCodebook()
  const title = useId()
  const first = sentences[0]
  const titled = first !== undefined && text.slice(first.start, first.end) === article.title
  const body = useRef<HTMLDivElement>(null)
  const mounted = useMounting(sections.length, sectionOf(sections, current))
  const { from, to } = selection(opened)
  const splitAt = useSplitting(({ splitting }) => chosenOffset(splitting))
  const pressed = useRef(-1)
  const chosen = chosenPart(opened)
  const dress = usePreferences(({ textSize, lineHeight, measure, typeface }) =>
    [textSize, lineHeight, measure, typeface].join(' '),
  )
  useFollowing(body, current, dress, from === to - 1)
  useHighlight('pick', body, sentences, pick && pickedRange(pick), marks)
  useHighlight('chosen', body, sentences, pick ? null : chosen, marks)

  return (
    <article
      className="article"
      role="document"
      aria-labelledby={title}
      lang={article.language || undefined}
      dir="auto"
    >
      <header className="article-head">
        <h2 className={titled ? 'hidden' : 'article-title'} id={title}>
          {article.title}
        </h2>
        <p className="article-from">
          {fromWhere(article)}
          <DescribeButton article={article.id} />
        </p>
        <ReadingProgress reading={opened} />
      </header>
      {/* The keyboard has its own way through the sentences: see reader-commands.ts. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as said */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as said */}
      <div
        className="article-body"
        ref={body}
        onMouseDown={event => {
          pressed.current = sentenceAt(event.target)
        }}
        onClick={event => point(event, pressed.current)}
        onMouseUp={event => {
          const range = selectedRange(sentences)
          if (!range) return
          pressed.current = -1
          leaveSplit()
          pickRange(range, event.altKey)
          getSelection()?.removeAllRanges()
        }}
      >
        {sections.map((section, index) => (
          <SectionView
            key={section.from}
            section={section}
            text={text}
            sentences={sentences}
            marks={marks[index] ?? []}
            labels={labels}
            titled={titled && index === 0}
            mounted={mounted(index)}
            current={current >= section.from && current < section.to ? current : -1}
            from={Math.max(from, section.from)}
            to={Math.max(Math.min(to, section.to), Math.max(from, section.from))}
            splitAt={current >= section.from && current < section.to ? splitAt : -1}
          />
        ))}
      </div>
      <HoverCard body={body} />
    </article>
  )
}

/** The annotation that is edited, where it has to be told from others or from its sentence; else null. */
function chosenPart(opened: Reading): Annotation | null {
  const chosen = chosenAnnotation(opened)
  const sentence = opened.sentences[opened.current]
  if (!chosen || !sentence) return null
  const alone = currentMark(opened)?.annotations.length === 1
  return alone && coversWhole(chosen, sentence) ? null : chosen
}

/** A press chooses the sentence and the annotation under the pointer, or, while one is being split, the word. */
function point(event: React.MouseEvent, pressed: number): void {
  const now = reading()
  const index = sentenceAt(event.target)
  const sentence = now?.sentences[index]
  if (!now || !sentence || index !== pressed) return
  const offset = offsetAt(now.sentences, event.clientX, event.clientY) ?? sentence.start
  if (useSplitting.getState().splitting?.sentence === index) {
    pointSplit(offset)
    return
  }
  leaveSplit()
  pointAt(offset)
  const again = index === now.current && !now.pick && !event.shiftKey
  if (!again) goTo(index, event.shiftKey)
  chooseAt(offset)
}

/**
 * Keeps the current sentence in view, and the focus on it unless the person has put the focus elsewhere.
 *
 * @param dress how the article is set: set in another way, the sentence stands elsewhere
 */
function useFollowing(
  body: React.RefObject<HTMLDivElement | null>,
  current: number,
  dress: string,
  single: boolean,
): void {
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: set in another way, the sentence stands elsewhere
  useLayoutEffect(() => {
    const sentence = body.current?.querySelector<HTMLElement>(`[data-sentence="${current + 1}"]`)
    if (!sentence) return
    // The place is read before the focus is moved: the other way round the page would be laid out twice.
    if (first.current && current > 0) sentence.scrollIntoView({ block: 'center' })
    else if (!isWellInView(sentence)) sentence.scrollIntoView({ block: 'nearest' })
    const kept = document.activeElement?.closest('[data-keeps-focus]')
    if (!kept && (!first.current || document.activeElement === document.body))
      sentence.focus({ preventScroll: true })
    first.current = false
  }, [body, current, dress])
  // A selection made with the keyboard shows as one; the browser's own would hide it.
  useEffect(() => {
    if (!single) getSelection()?.removeAllRanges()
  }, [single])
}

/** True where a sentence stands clear of the edges of the reader, by the margin that it keeps when it is scrolled to. */
function isWellInView(sentence: HTMLElement): boolean {
  const margin = MARGIN * innerHeight
  const { top, bottom } = sentence.getBoundingClientRect()
  return top >= margin && bottom <= innerHeight - margin
}

/** Where an article is from; a date is not broken. */
const fromWhere = ({ source, author, published }: Article): string =>
  [source, author, sayDate(published).replaceAll(' ', '\u00a0')].filter(Boolean).join(' · ')
