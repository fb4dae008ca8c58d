import './reader.css'
import { say } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { chooseFiles } from '../transfer/choose-files.ts'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { ArticleView } from './article-view.tsx'
import { FindBar } from './find-bar.tsx'
import { Minimap } from './minimap.tsx'
import { openArticle, useReader } from './reader-store.ts'
import { SecondReadingBar } from './second-reading-bar.tsx'
import { SplitHint } from './split-hint.tsx'

/** The open article, as text one likes to read. */
export function Reader() {
  const state = useReader(reader => reader.state)
  switch (state.status) {
    case 'empty':
      return (
        <section className="reader" aria-label={say('reader.reader')}>
          <SecondReadingBar />
          <Message title={say('reader.nothing-to-read')}>
            <Button onPress={() => openDialog('paste')}>{say('transfer.paste')}</Button>
            <Button onPress={() => void chooseFiles()}>{say('transfer.import-files')}</Button>
          </Message>
        </section>
      )
    case 'looking':
    case 'loading':
      return <section className="reader" aria-label={say('reader.reader')} aria-busy="true" />
    case 'failed':
      return (
        <section className="reader" aria-label={say('reader.reader')}>
          <SecondReadingBar />
          <Message title={say('reader.cannot-be-shown')}>
            <p>{state.failure.message}</p>
            <Button onPress={() => void openArticle(state.id)}>{say('reader.try-again')}</Button>
          </Message>
        </section>
      )
    case 'open':
      return (
        <section className="reader" aria-label={say('reader.reader')}>
          <Minimap />
          <SecondReadingBar />
          <FindBar />
          <ArticleView key={state.reading.article.id} opened={state.reading} />
          <SplitHint />
        </section>
      )
  }
}
