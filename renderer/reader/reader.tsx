import './reader.css'
import { openDialog } from '../shell/dialog-store.ts'
import { chooseFiles } from '../transfer/choose-files.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { ArticleView } from './article-view.tsx'
import { FindBar } from './find-bar.tsx'
import { Minimap } from './minimap.tsx'
import { openArticle, useReader } from './reader-store.ts'
import { SplitHint } from './split-hint.tsx'

/** The open article, as text one likes to read. */
export function Reader() {
  const state = useReader(reader => reader.state)
  switch (state.status) {
    case 'empty':
      return (
        <section className="reader" aria-label="Reader">
          <Message title="Nothing to read yet.">
            <Button onPress={() => openDialog('paste')}>Paste an article</Button>
            <Button onPress={() => void chooseFiles()}>Import files</Button>
          </Message>
        </section>
      )
    case 'loading':
      return <section className="reader" aria-label="Reader" aria-busy="true" />
    case 'failed':
      return (
        <section className="reader" aria-label="Reader">
          <Message title="The article cannot be shown.">
            <p>{state.failure.message}</p>
            <Button onPress={() => void openArticle(state.id)}>Try again</Button>
          </Message>
        </section>
      )
    case 'open':
      return (
        <section className="reader" aria-label="Reader">
          <Minimap />
          <FindBar />
          <ArticleView key={state.reading.article.id} opened={state.reading} />
          <SplitHint />
        </section>
      )
  }
}
