import { useEffect, useState } from 'react'
import { labelsInTree } from '#app/codebook/label-tree'
import { mergeLabels, splitLabel } from '#app/codebook/merge-labels'
import type { TouchedAnnotations } from '#app/contract'
import type { Label } from '#app/model/label'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { choose, edit, touching, useCodebookDraft } from './codebook-store.ts'

/** Asks into which label one is merged, or into which new ones it is split. */
export default function CodebookDialog() {
  const { draft, asked } = useCodebookDraft()
  const label = draft.labels.find(one => one.id === asked?.label)
  if (!asked || !label) return null
  return asked.what === 'merge' ? <MergeDialog label={label} /> : <SplitDialog label={label} />
}

function MergeDialog({ label }: { readonly label: Label }) {
  const { labels } = useCodebookDraft(state => state.draft)
  const options = labelsInTree(labels)
    .filter(({ label: one }) => one.id !== label.id && !one.retired)
    .map(({ label: one }) => ({ value: String(one.id), name: one.name }))
  const [value, setValue] = useState(options[0]?.value ?? '')
  const into = labels.find(one => one.id === value)
  const merge = () => {
    if (!into) return
    edit(book => mergeLabels(book, label.id, into.id))
    choose({ of: 'label', id: into.id })
    closeDialog()
  }
  return (
    <Dialog
      title={say('codebook.merge-title', { label: label.name })}
      foot={
        <Button kind="primary" disabled={!into} onPress={merge}>
          {say('codebook.merge-do')}
        </Button>
      }
    >
      <ChoiceField label={say('codebook.merge-into')} value={value} options={options} onChange={setValue} />
      <p>
        {say('codebook.merge-explained', { label: label.name, into: into?.name ?? '' })}{' '}
        <Borne label={label} />
      </p>
    </Dialog>
  )
}

function SplitDialog({ label }: { readonly label: Label }) {
  const [names, setNames] = useState<readonly string[]>(['', ''])
  const given = names.map(name => name.trim()).filter(Boolean)
  const split = () => {
    if (given.length === 0) return
    const before = new Set<string>(useCodebookDraft.getState().draft.labels.map(one => one.id))
    edit(book => splitLabel(book, label.id, given))
    const first = useCodebookDraft.getState().draft.labels.find(one => !before.has(one.id))
    if (first) choose({ of: 'label', id: first.id })
    closeDialog()
  }
  return (
    <Dialog
      title={say('codebook.split-title', { label: label.name })}
      foot={
        <>
          <Button onPress={() => setNames([...names, ''])}>{say('codebook.split-more')}</Button>
          <Button kind="primary" disabled={given.length === 0} onPress={split}>
            {say('codebook.split-do')}
          </Button>
        </>
      }
    >
      <p>
        {say('codebook.split-explained', { label: label.name })} <Borne label={label} />
      </p>
      {names.map((name, place) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is its place until it is given
          key={place}
          label={say('codebook.split-name', { number: place + 1 })}
          value={name}
          autoFocus={place === 0}
          onChange={text => setNames(names.toSpliced(place, 1, text))}
        />
      ))}
    </Dialog>
  )
}

/** How many annotations bear a label, and whose. */
function Borne({ label }: { readonly label: Label }) {
  const [touched, setTouched] = useState<TouchedAnnotations>()
  useEffect(() => {
    void touching([label.id], []).then(setTouched)
  }, [label.id])
  if (!touched) return say('codebook.counting')
  return touched.annotations === 0
    ? say('codebook.touches-none')
    : say('codebook.touches', { annotations: touched.annotations, annotators: touched.annotators.length })
}
