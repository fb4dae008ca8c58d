import { useCallback, useEffect, useState } from 'react'
import type { AnnotationToDecide } from '#app/contract'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { openArticle } from '../reader/reader-store.ts'
import { useCodebook } from '../shell/session-store.ts'
import { showView } from '../shell/view-store.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'

const PAGE = 50

interface Queue {
  readonly total: number
  readonly annotations: readonly AnnotationToDecide[]
}

/** The person's annotations whose label is no more; each leads to its sentence. */
export function ToDecide() {
  const book = useCodebook()
  const [queue, setQueue] = useState<Queue>()
  const [problem, setProblem] = useState<string>()
  const load = useCallback(async (shown: readonly AnnotationToDecide[]) => {
    const outcome = await call('codebook.to-decide', { after: shown.at(-1)?.id ?? null, limit: PAGE })
    if (!outcome.ok) return setProblem(outcome.failure.message)
    setQueue({ total: outcome.value.total, annotations: [...shown, ...outcome.value.annotations] })
  }, [])
  useEffect(() => {
    if (book.labels.length > 0) void load([])
  }, [book, load])
  if (problem) return <p className="problem">{problem}</p>
  if (!queue) return <p className="codebook-none">{say('codebook.loading')}</p>
  if (queue.total === 0)
    return (
      <Message title={say('codebook.nothing-to-decide')}>{say('codebook.nothing-to-decide-hint')}</Message>
    )
  return (
    <>
      <p className="codebook-none">{say('codebook.to-decide-hint', { annotations: queue.total })}</p>
      <ul className="to-decide" aria-label={say('codebook.to-decide')}>
        {queue.annotations.map(one => (
          <li key={one.id}>
            <button type="button" className="to-decide-one" onClick={() => void goTo(one)}>
              <span className="to-decide-label">{book.labels.find(({ id }) => id === one.label)?.name}</span>
              <span className="to-decide-text" dir="auto">
                {one.text}
              </span>
              <span className="to-decide-article" dir="auto">
                {one.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {queue.annotations.length < queue.total && (
        <Button onPress={() => void load(queue.annotations)}>{say('codebook.more')}</Button>
      )}
    </>
  )
}

/** Opens the article at the annotation, to be given another label. */
async function goTo({ article, start, end }: AnnotationToDecide): Promise<void> {
  showView('read')
  await openArticle(article, { start, end })
}
