import type { ArticleSummary } from '#app/contract'
import type { Column } from '#app/model/library-settings'
import { say } from '../messages/messages.ts'
import { FlagIcon } from '../ui/icons.tsx'

/** How far the person has come in an article: a bar of what is tagged, read and beyond judging, and the same in words. */
export function Coverage({
  article,
  columns,
}: {
  readonly article: ArticleSummary
  readonly columns: readonly Column[]
}) {
  const { sentences, tagged, reviewed, unjudged, flagged } = article
  const parts = [
    { what: 'tagged', count: tagged },
    { what: 'read', count: reviewed - tagged - unjudged },
    { what: 'unjudged', count: unjudged },
  ] as const
  return (
    <span className="article-row-line coverage">
      {columns.includes('progress') && (
        <>
          <svg className="coverage-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            {parts.map(({ what, count }, index) => (
              <rect
                key={what}
                className={`coverage-${what}`}
                x={share(
                  parts.slice(0, index).reduce((sum, one) => sum + one.count, 0),
                  sentences,
                )}
                width={share(count, sentences)}
                height="1"
              />
            ))}
          </svg>
          <span className="coverage-text">
            {say('library.coverage', { tagged, reviewed, sentences })}
            {unjudged > 0 && say('library.coverage-unjudged', { unjudged })}
          </span>
        </>
      )}
      {columns.includes('flagged') && flagged > 0 && (
        <span className="coverage-flagged">
          <FlagIcon />
          {say('library.coverage-flagged', { flagged })}
        </span>
      )}
    </span>
  )
}

const share = (count: number, of: number): number => (of === 0 ? 0 : (count / of) * 100)
