import type { Appearance } from '#app/contract'
import { AnnotationCard, cardOf } from '../inspector/annotation-card.tsx'
import { say, sayDate } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { openPlace } from './elsewhere.ts'

interface AppearancesProps {
  readonly name: string
  readonly appearances: readonly Appearance[]
}

/** Where something was said, the earliest first; each leads to its place in the article. */
export function Appearances({ name, appearances }: AppearancesProps) {
  const codebook = useCodebook()
  return (
    <ol className="appearances" aria-label={name}>
      {appearances.map(one => (
        <li key={one.annotation.id} className="appearance">
          <button type="button" className="appearance-text" onClick={() => openPlace(one.annotation)}>
            <span className="appearance-from">
              {[
                one.article.published === '' ? say('register.undated') : sayDate(one.article.published),
                one.article.source,
                one.article.title,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className="appearance-said" dir="auto">
              {one.text}
            </span>
          </button>
          <details className="appearance-more">
            <summary>{say('register.by-annotator', { annotator: one.annotator })}</summary>
            <AnnotationCard {...cardOf(one.annotation, codebook, '')} />
          </details>
        </li>
      ))}
    </ol>
  )
}
