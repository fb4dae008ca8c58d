import { type ReactNode, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { selection } from './selection-store.ts'

interface ChooseDialogProps {
  readonly title: string
  readonly all: readonly { readonly id: string; readonly name: string }[]
  /** What the button says that does it. */
  readonly action: string
  readonly onChosen: (id: string) => void
  /** Below the choices; it may offer another way. */
  readonly children?: ReactNode
}

/** Where the chosen articles go: one of several. */
export function ChooseDialog({ title, all, action, onChosen, children }: ChooseDialogProps) {
  const [chosen, setChosen] = useState(all[0]?.id ?? '')
  const count = selection()?.count ?? 0
  return (
    <Dialog
      title={title}
      foot={
        <Button
          kind="primary"
          disabled={chosen === '' || count === 0}
          onPress={() => {
            closeDialog()
            onChosen(chosen)
          }}
        >
          {action}
        </Button>
      }
    >
      <p>{say('library.of-articles', { count })}</p>
      {all.length > 0 && (
        <RadioGroup className="offers" aria-label={title} value={chosen} onChange={setChosen}>
          {all.map(({ id, name }) => (
            <Radio key={id} value={id} className="offer" autoFocus={id === chosen}>
              {name}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {children}
    </Dialog>
  )
}
