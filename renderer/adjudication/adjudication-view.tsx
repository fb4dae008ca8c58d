import './adjudication.css'
import { useEffect, useRef } from 'react'
import { GOLD } from '#app/model/annotator'
import { say } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession, workIn } from '../shell/session-store.ts'
import { openExport } from '../transfer/export-store.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import {
  deciding,
  followDecisions,
  hasGold,
  openDecisions,
  refreshQueue,
  resetAdjudication,
  useAdjudication,
} from './adjudication-store.ts'
import { ArticleToDecideView } from './article-to-decide.tsx'
import { Queue } from './queue.tsx'

let work: string | undefined

/** Where somebody decides between annotators: the articles with what is left, and the sentence that stands to be decided. */
export default function AdjudicationView() {
  const open = useSession(({ session }) => workIn(session))
  useAdjudication(state => state.queue)
  const main = useRef<HTMLElement>(null)
  useEffect(followDecisions, [])
  useEffect(() => {
    if (work !== open) resetAdjudication()
    work = open
    void arrive()
    main.current?.focus()
  }, [open])
  return (
    <main ref={main} className="adjudication" tabIndex={-1} aria-label={say('adjudication.title')}>
      <aside className="adjudication-side" aria-label={say('adjudication.queue')}>
        <Queue />
        <div className="adjudication-tools">
          <Button onPress={() => openDialog('decide-by-rule')}>{say('adjudication.by-rule')}</Button>
          <Button disabled={!hasGold()} onPress={() => openExport({ annotators: [GOLD.id] })}>
            {say('adjudication.export-gold')}
          </Button>
          <Button onPress={() => openDialog('feedback')}>{say('adjudication.feedback')}</Button>
        </div>
      </aside>
      <Opened />
    </main>
  )
}

/** Counts, and opens the article with most to do where none is open. */
async function arrive(): Promise<void> {
  await refreshQueue()
  const open = deciding()?.adjudication.article.id
  const first = useAdjudication.getState().queue?.articles[0]
  const article = open ?? first?.article
  if (article) await openDecisions(article)
}

function Opened() {
  const { article, queue } = useAdjudication()
  switch (article.status) {
    case 'none':
      return (
        <section className="adjudication-article">
          {queue?.count === 0 && (
            <Message title={say('adjudication.nobody')}>{say('adjudication.nobody-hint')}</Message>
          )}
        </section>
      )
    case 'loading':
      return <section className="adjudication-article" aria-busy="true" />
    case 'failed':
      return (
        <section className="adjudication-article">
          <Message title={say('adjudication.failed')}>{article.failure.message}</Message>
        </section>
      )
    case 'open':
      return <ArticleToDecideView deciding={article.deciding} />
  }
}
