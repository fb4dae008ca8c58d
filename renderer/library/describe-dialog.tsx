import './library-dialogs.css'
import { useEffect, useState } from 'react'
import { decoded } from '#app/contract'
import { Metadata } from '#app/model/article'
import { call } from '../door.ts'
import { type MessageId, say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLibraryDialogs } from './dialogs-store.ts'
import { describeArticle } from './library-actions.ts'

const FIELDS: Readonly<Record<keyof Metadata, MessageId>> = {
  title: 'library.title',
  source: 'library.source',
  author: 'library.author',
  url: 'library.url',
  published: 'library.published',
  language: 'library.language',
}

/** What is known of an article besides its text, to be said better. */
export function DescribeDialog() {
  const id = useLibraryDialogs(state => state.article)
  const [metadata, setMetadata] = useState<Metadata | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (!id) return
    void call('article.open', { article: id }).then(outcome => {
      if (outcome.ok) setMetadata(Metadata.unwrap().strip().parse(decoded(outcome.value).article))
      else setProblem(outcome.failure.message)
    })
  }, [id])
  const save = async () => {
    if (!id || !metadata) return
    const read = Metadata.safeParse({ ...metadata, title: metadata.title.trim() })
    if (!read.success) return setProblem(say('library.too-long'))
    if (await describeArticle(id, read.data)) closeDialog()
  }
  return (
    <Dialog
      title={say('library.describe')}
      foot={
        <Button
          kind="primary"
          disabled={!metadata || metadata.title.trim() === ''}
          onPress={() => void save()}
        >
          {say('library.save')}
        </Button>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      {metadata && (
        <form
          className="describe"
          onSubmit={event => {
            event.preventDefault()
            void save()
          }}
        >
          {(Object.keys(FIELDS) as (keyof Metadata)[]).map(name => (
            <Field
              key={name}
              label={say(FIELDS[name])}
              value={metadata[name]}
              onChange={value => setMetadata({ ...metadata, [name]: value })}
              autoFocus={name === 'title'}
              {...(name === 'published' ? { placeholder: '2026-11-24' } : {})}
            />
          ))}
          <button type="submit" hidden />
        </form>
      )}
    </Dialog>
  )
}
