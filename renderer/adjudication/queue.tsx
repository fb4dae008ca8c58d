import { say } from '../messages/messages.ts'
import { Progress } from '../ui/progress.tsx'
import { deciding, openDecisions, useAdjudication } from './adjudication-store.ts'

/** The articles with what is to be decided in them, those with most to do first. */
export function Queue() {
  const { queue, queueState, article } = useAdjudication()
  const open = article.status === 'open' ? deciding()?.adjudication.article.id : undefined
  return (
    <div className="adjudication-queue">
      {queue && (
        <p className="adjudication-totals">
          {say('adjudication.totals', {
            ...{ open: queue.totals.open, disagreed: queue.totals.disagreed },
            ...{ decided: queue.totals.decided, stale: queue.totals.stale },
          })}
        </p>
      )}
      {queueState.status === 'counting' && (!queue || queueState.total > 0) && (
        <Progress label={say('adjudication.counting')} done={queueState.done} total={queueState.total} />
      )}
      {queueState.status === 'failed' && <p className="problem">{queueState.failure.message}</p>}
      {queue && (
        <ul className="queue-articles" aria-label={say('adjudication.articles')}>
          {queue.articles.map(one => (
            <li key={one.article}>
              <button
                type="button"
                className="queue-article"
                aria-current={one.article === open || undefined}
                onClick={() => void openDecisions(one.article)}
              >
                <span className="queue-title" dir="auto">
                  {one.title}
                </span>
                <span className="queue-counts">
                  {one.open + one.stale === 0
                    ? say('adjudication.all-decided', { decided: one.decided })
                    : say('adjudication.counts', {
                        ...{ open: one.open, disagreed: one.disagreed, stale: one.stale },
                      })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {queue && queue.count > queue.articles.length && (
        <p className="adjudication-totals">
          {say('adjudication.more-articles', { count: queue.count - queue.articles.length })}
        </p>
      )}
    </div>
  )
}
