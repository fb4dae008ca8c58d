import './work.css'
import type { ReactNode } from 'react'
import { say } from '../messages/messages.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Progress } from './progress.tsx'

interface WorkProps {
  /** What is being done. */
  readonly label: string
  /** How far it has come; a total of zero while that is not known. */
  readonly work: { readonly done: number; readonly total: number }
  readonly onStop: () => void
  /** Whether it was stopped, and ends soon. */
  readonly stopped?: boolean
}

/** Long work in its place among other things, which can be stopped. */
export function WorkLine({ label, work: { done, total }, ...stopping }: WorkProps) {
  return (
    <div className="work-line">
      <Progress label={label} done={done} total={total} />
      <Stop {...stopping} />
    </div>
  )
}

interface WorkDialogProps extends WorkProps {
  readonly title: string
  readonly wide?: boolean
  /** What has come of it until now. */
  readonly children?: ReactNode
}

/** Long work that is waited for, which can be stopped. */
export function WorkDialog({ title, label, work, wide = false, children, ...stopping }: WorkDialogProps) {
  return (
    <Dialog title={title} wide={wide} busy foot={<Stop {...stopping} />}>
      <Progress label={label} done={work.done} total={work.total} />
      {children}
    </Dialog>
  )
}

function Stop({ onStop, stopped = false }: Pick<WorkProps, 'onStop' | 'stopped'>) {
  return (
    <Button disabled={stopped} onPress={onStop}>
      {say('ui.stop')}
    </Button>
  )
}
