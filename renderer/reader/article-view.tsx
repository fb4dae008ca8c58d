import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { DescribeButton } from '../library/describe-button.tsx'
import { useCodebook } from '../shell/session-store.ts'
import { goTo, type Reading, selection } from './reader-store.ts'
import { SectionView } from './section-view.tsx'
import { sectionOf } from './sections.ts'
import { chosenOffset, leaveSplit, pointAt, pointSplit, useSplitting } from './splitting.ts'
import { useMounting } from './use-mounting.ts'

/** Share of the window's height that the current sentence keeps from its edges; `scroll-margin` in reader.css. */
const MARGIN = 0.22

/** An article: its head, and its sections one after the other. */
export function ArticleView({ reading }: { readonly reading: Reading }) {
  const { article, text, sentences, sections, marks, current } = reading
  const { labels } = useCodebook()
  const title = useId()
  const first = sentences[0]
  const titled = first !== undefined && text.slice(first.start, first.end) === article.title
  const body = useRef<HTMLDivElement>(null)
  const mounted = useMounting(sections.length, sectionOf(sections, current))
  const { from, to } = selection(reading)
  const splitAt = useSplitting(({ splitting }) => chosenOffset(splitting))
  useFollowing(body, current, from === to - 1)

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
          {[article.source, article.author, article.published.slice(0, 10)].filter(Boolean).join(' · ')}
          <DescribeButton article={article.id} />
        </p>
      </header>
      <div className="article-body" ref={body}>
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
            onPoint={point}
          />
        ))}
      </div>
    </article>
  )
}

/** A press chooses the sentence, or, while one is being split, the word. */
function point(index: number, offset: number, extend: boolean): void {
  const { splitting } = useSplitting.getState()
  if (splitting?.sentence === index) {
    pointSplit(offset)
    return
  }
  leaveSplit()
  pointAt(offset)
  goTo(index, extend)
}

/** Keeps the current sentence in view, and the focus on it unless the person has put the focus elsewhere. */
function useFollowing(body: React.RefObject<HTMLDivElement | null>, current: number, single: boolean): void {
  const first = useRef(true)
  useLayoutEffect(() => {
    const sentence = body.current?.querySelector<HTMLElement>(`[data-sentence="${current + 1}"]`)
    if (!sentence) return
    if (!first.current || document.activeElement === document.body) sentence.focus({ preventScroll: true })
    if (first.current && current > 0) sentence.scrollIntoView({ block: 'center' })
    else if (!isWellInView(sentence)) sentence.scrollIntoView({ block: 'nearest' })
    first.current = false
  }, [body, current])
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
