import { useState } from 'react'
import type { SourcePreview } from '#app/contract'
import type { Metadata } from '#app/model/article'
import { say, sayFailure } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { ColumnsView } from './columns-view.tsx'
import { type Chosen, correct } from './import-store.ts'
import { LayersView } from './layers-view.tsx'

/** A file before it comes in: its text, and what is known of it, to be corrected. */
export function SourceView({ file }: { readonly file: Chosen }) {
  const { preview } = file
  switch (preview.status) {
    case 'none':
    case 'loading':
      return <Message title={say('transfer.reading-file', { name: file.name })} />
    case 'failed':
      return <p className="problem">{preview.message}</p>
    case 'ready':
      return <Drafts file={file} preview={preview.preview} />
  }
}

function Drafts({ file, preview }: { readonly file: Chosen; readonly preview: SourcePreview }) {
  const { drafts, count, refused, table } = preview
  const [place, setPlace] = useState(0)
  const draft = drafts[place]
  return (
    <div className="source">
      {file.url && <p className="source-from">{[...(file.redirects ?? []), file.url].join(' → ')}</p>}
      {table && <ColumnsView file={file} table={table} />}
      {refused.map(({ name, message }) => (
        <p key={name} className="problem">
          {name}: {sayFailure(message)}
        </p>
      ))}
      <LayersView file={file} preview={preview} />
      {count > 1 && (
        <div className="source-steps">
          <Button disabled={place === 0} onPress={() => setPlace(place - 1)}>
            {say('transfer.previous')}
          </Button>
          <span>{say('transfer.article-of', { number: place + 1, count })}</span>
          <Button disabled={place >= drafts.length - 1} onPress={() => setPlace(place + 1)}>
            {say('transfer.next')}
          </Button>
        </div>
      )}
      {draft && (
        <>
          {draft.known && (
            <p className="source-known">
              {say(preview.annotations.length > 0 ? 'transfer.known-annotated' : 'transfer.known')}
            </p>
          )}
          <MetadataFields
            key={place}
            metadata={{ ...draft.metadata, ...file.corrections[place] }}
            onChange={metadata => correct(file, place, metadata)}
          />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reached by keyboard */}
          <section className="source-text" aria-label={say('transfer.field-text')} tabIndex={0} dir="auto">
            {draft.text}
            {draft.length > draft.text.length && ' …'}
          </section>
        </>
      )}
      {count === 0 && !table && preview.unknownLabels.length === 0 && <p>{say('transfer.no-article')}</p>}
    </div>
  )
}

const FIELDS: readonly (keyof Metadata)[] = ['title', 'source', 'author', 'published', 'url', 'language']

interface MetadataFieldsProps {
  readonly metadata: Metadata
  readonly onChange: (metadata: Partial<Metadata>) => void
}

function MetadataFields({ metadata, onChange }: MetadataFieldsProps) {
  return (
    <div className="source-fields">
      {FIELDS.map(name => (
        <Field
          key={name}
          label={say(`transfer.field-${name}`)}
          value={metadata[name]}
          onChange={value => onChange({ [name]: value })}
        />
      ))}
    </div>
  )
}
