import './library-dialogs.css'
import { useEffect, useState } from 'react'
import { AnnotatorId, CollectionId } from '#app/model/ids'
import { Column } from '#app/model/library-settings'
import { stopJob } from '../jobs.ts'
import { type MessageId, say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { refreshAnnotators, useAnnotators } from './annotators-store.ts'
import { arrange, useArrangement } from './arrangement-store.ts'
import { ChooseDialog } from './choose-dialog.tsx'
import { collectionName, useCollections } from './collections-store.ts'
import { useLibraryDialogs } from './dialogs-store.ts'
import { createCollection, doToSelection, renameCollection, useWork } from './library-actions.ts'

/** Puts the chosen articles into a collection, which may be a new one. */
export function CollectDialog() {
  const { collections } = useCollections()
  const [name, setName] = useState('')
  const putInto = (collection: CollectionId | undefined) =>
    collection && void doToSelection({ do: 'put', collection })
  const create = async () => {
    if (name.trim() === '') return
    closeDialog()
    putInto(await createCollection(name.trim()))
  }
  return (
    <ChooseDialog
      key={collections.length}
      title={say('library.collect')}
      all={collections.map(one => ({ id: one.id, name: collectionName(one) }))}
      action={say('library.put')}
      onChosen={id => putInto(CollectionId.parse(id))}
    >
      <form
        className="name-line"
        onSubmit={event => {
          event.preventDefault()
          void create()
        }}
      >
        <Field
          label={say('library.new-collection')}
          value={name}
          onChange={setName}
          autoFocus={collections.length === 0}
        />
        <Button disabled={name.trim() === ''} onPress={() => void create()}>
          {say('library.create-and-put')}
        </Button>
      </form>
    </ChooseDialog>
  )
}

/** Deals the chosen articles to an annotator. */
export function AssignDialog() {
  const { annotators } = useAnnotators()
  useEffect(() => void refreshAnnotators(), [])
  return (
    <ChooseDialog
      key={annotators.length}
      title={say('library.assign')}
      all={annotators}
      action={say('library.assign-action')}
      onChosen={id => void doToSelection({ do: 'assign', annotator: AnnotatorId.parse(id) })}
    />
  )
}

/** Names a new collection, or another one anew. */
export function CollectionDialog() {
  const id = useLibraryDialogs(state => state.collection)
  const { collections } = useCollections()
  const [name, setName] = useState(collections.find(one => one.id === id)?.name ?? '')
  const save = () => {
    if (name.trim() === '') return
    closeDialog()
    void (id ? renameCollection(id, name.trim()) : createCollection(name.trim()))
  }
  return (
    <Dialog
      title={say(id ? 'library.rename-collection' : 'library.new-collection')}
      foot={
        <Button kind="primary" disabled={name.trim() === ''} onPress={save}>
          {say('library.save')}
        </Button>
      }
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <Field label={say('library.collection-name')} value={name} onChange={setName} autoFocus />
      </form>
    </Dialog>
  )
}

const COLUMNS: Readonly<Record<Column, MessageId>> = {
  source: 'library.source',
  published: 'library.published',
  language: 'library.language',
  author: 'library.author',
  progress: 'library.column-progress',
  flagged: 'library.column-flagged',
  collections: 'library.column-collections',
}

/** What a row of the library says below the title. */
export function ColumnsDialog() {
  const columns = useArrangement(state => state.columns)
  const change = (column: Column, on: boolean) =>
    void arrange({ columns: Column.options.filter(one => (one === column ? on : columns.includes(one))) })
  return (
    <Dialog
      title={say('library.columns')}
      foot={
        <Button kind="primary" onPress={closeDialog}>
          {say('library.close')}
        </Button>
      }
    >
      {Column.options.map(column => (
        <Check key={column} checked={columns.includes(column)} onChange={on => change(column, on)}>
          {say(COLUMNS[column])}
        </Check>
      ))}
    </Dialog>
  )
}

/** Work on many articles, which can be stopped. */
export function BulkDialog() {
  const work = useWork(state => state.work)
  if (!work) return null
  return (
    <WorkDialog
      title={say('library.working')}
      label={say('library.worked-on', { done: work.done, total: work.total })}
      work={work}
      onStop={() => stopJob(work.job)}
    />
  )
}
