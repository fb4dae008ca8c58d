import './assign.css'
import '../codebook/codebook.css'
import type { ReadGuideline } from '#app/contract'
import { DifferenceList } from '../codebook/difference-list.tsx'
import { call } from '../door.ts'
import { say, sayMoment } from '../messages/messages.ts'
import { useKeptState } from '../protection/kept-state.ts'
import { chooseQueue } from '../reader/queues.ts'
import { openArticle } from '../reader/reader-store.ts'
import { notify } from '../shell/notices.ts'
import { send, sendOnce } from '../shell/outbox.ts'
import { showView } from '../shell/view-store.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { useAsked } from '../use-asked.ts'
import { MarkdownView } from './markdown-view.tsx'

/** How articles are to be annotated here, what is new of it, and what that touches. */
export default function GuidelineTab() {
  const { value, failure } = useAsked('guideline.read', {})
  const [draft, setDraft] = useKeptState<{ readonly text: string; readonly base: string } | null>(
    'guideline',
    null,
  )
  if (failure) return <Message title={say('assign.failed')}>{failure.message}</Message>
  if (!value) return <Message title={say('assign.loading')} />
  const read = async () => {
    const outcome = await call('guideline.seen', {})
    if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
  }
  const save = async () => {
    if (!draft) return
    const outcome = await sendOnce('guideline.write', draft)
    if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
    setDraft(null)
  }
  return (
    <div className="team-page">
      {value.news && <News {...value} onRead={() => void read()} />}
      <section className="team-section" aria-label={say('guideline.title')}>
        <h2 className="team-title">{say('guideline.title')}</h2>
        {value.at && value.by && (
          <p className="team-hint">
            {say('guideline.written', {
              name: value.by.name,
              when: sayMoment(value.at),
              version: value.version.slice(0, 6),
            })}{' '}
            {!value.forThisCodebook && say('guideline.of-another-codebook')}
          </p>
        )}
        {draft ? (
          <>
            <Field
              label={say('guideline.text')}
              description={say('guideline.text-hint')}
              value={draft.text}
              lines={16}
              autoFocus
              onChange={text => setDraft({ ...draft, text })}
            />
            <div className="team-ways">
              <Button kind="primary" onPress={() => void save()}>
                {say('guideline.save')}
              </Button>
              <Button onPress={() => setDraft(null)}>{say('guideline.leave')}</Button>
            </div>
          </>
        ) : (
          <>
            {value.text === '' ? (
              <p className="team-hint">{say('guideline.none')}</p>
            ) : (
              <MarkdownView text={value.text} />
            )}
            <div className="team-ways">
              <Button onPress={() => setDraft({ text: value.text, base: value.version })}>
                {say('guideline.edit')}
              </Button>
              {value.text !== '' && !value.read && !value.news && (
                <Button onPress={() => void read()}>{say('guideline.i-have-read')}</Button>
              )}
            </div>
          </>
        )}
      </section>
      <ToLookAt />
    </div>
  )
}

function News({ news, onRead }: ReadGuideline & { readonly onRead: () => void }) {
  if (!news) return null
  return (
    <section className="team-section" aria-label={say('guideline.news')}>
      <h2 className="team-title">{say('guideline.news')}</h2>
      {news.lines.length > 0 && (
        <pre className="guideline-lines" dir="auto">
          {news.lines.map(({ change, line }, place) => {
            const Line = change === 'added' ? 'ins' : change === 'removed' ? 'del' : 'span'
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
            return <Line key={place}>{`${line}\n`}</Line>
          })}
        </pre>
      )}
      {news.codebook.length > 0 && <DifferenceList differences={news.codebook} />}
      <div className="team-ways">
        <Button kind="primary" onPress={onRead}>
          {say('guideline.i-have-read')}
        </Button>
      </div>
    </section>
  )
}

/** The person's annotations that mean something else since the codebook was changed. */
function ToLookAt() {
  const { value } = useAsked('guideline.to-look-at', { after: null, limit: 200 })
  if (!value || value.total === 0) return null
  const right = async (annotations: readonly (typeof value.annotations)[number]['id'][]) => {
    const outcome = await send('guideline.still-right', { annotations: [...annotations] })
    if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  }
  return (
    <section className="team-section" aria-label={say('guideline.to-look-at')}>
      <h2 className="team-title">{say('guideline.to-look-at')}</h2>
      <p className="team-hint">{say('guideline.to-look-at-hint', { annotations: value.total })}</p>
      <div className="team-ways">
        <Button
          onPress={() => {
            showView('read')
            chooseQueue({ kind: 'to-look-at' })
          }}
        >
          {say('guideline.go-through')}
        </Button>
      </div>
      <ul className="colleagues">
        {value.annotations.map(({ id, article, title, text, start, end }) => (
          <li key={id} className="colleague">
            <span className="colleague-name" dir="auto">
              {text}
            </span>
            <Button
              name={say('guideline.go-to', { title })}
              onPress={() => {
                showView('read')
                void openArticle(article, { start, end })
              }}
            >
              {say('guideline.look')}
            </Button>
            <Button onPress={() => void right([id])}>{say('guideline.still-right')}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
