import { useState } from 'react'
import { closeDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { importPaste } from './import-store.ts'

/** Makes an article of a text from the clipboard. */
export function PasteDialog() {
  const [title, setTitle] = useState('')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const add = async () => {
    setBusy(true)
    const { refused, known } = await importPaste(title, text)
    setBusy(false)
    if (refused !== null) return setProblem(refused)
    if (known) notify('This text was in the project already. Here it is.')
    closeDialog()
  }
  return (
    <Dialog
      title="Paste an article"
      wide
      busy={busy}
      foot={
        <Button kind="primary" disabled={text.trim() === '' || busy} onPress={() => void add()}>
          Add article
        </Button>
      }
    >
      <Field label="Text" value={text} onChange={setText} lines={14} autoFocus />
      <Field
        label="Title"
        value={title}
        onChange={setTitle}
        description="Left empty, the first line is the title."
      />
      {problem && <p className="problem">{problem}</p>}
    </Dialog>
  )
}
