import { useEffect, useState } from 'react'
import { say } from '../messages/messages.ts'
import { useKeptState } from '../protection/kept-state.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { expectText, importPaste } from './import-store.ts'

/** Makes an article of a text from the clipboard. */
export function PasteDialog() {
  const [title, setTitle] = useKeptState('paste title', '')
  const [text, setText] = useKeptState('paste text', '')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(expectText, [])
  const add = async () => {
    setBusy(true)
    const { refused, known } = await importPaste(title, text)
    setBusy(false)
    if (refused !== null) return setProblem(refused)
    if (known) notify(say('transfer.known-here'))
    closeDialog()
  }
  return (
    <Dialog
      title={say('transfer.paste')}
      wide
      busy={busy}
      foot={
        <Button kind="primary" disabled={text.trim() === '' || busy} onPress={() => void add()}>
          {say('transfer.paste-action')}
        </Button>
      }
    >
      <Field label={say('transfer.field-text')} value={text} onChange={setText} lines={14} autoFocus />
      <Field
        label={say('transfer.field-title')}
        value={title}
        onChange={setTitle}
        description={say('transfer.title-empty')}
      />
      {problem && <p className="problem">{problem}</p>}
    </Dialog>
  )
}
