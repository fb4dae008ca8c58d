import { stopJob } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WorkDialog } from '../ui/work.tsx'
import type { Writing } from './writing.ts'

interface WritingDialogProps<Written> {
  readonly state: Writing<Written>
  /** While it is written, and when it is there. */
  readonly titles: { readonly writing: string; readonly done: string }
  /** A dialog of its own, in which a problem is said. */
  readonly choosing: (problem: string | null) => React.ReactNode
  /** What is said of the file. */
  readonly written: (file: Written) => React.ReactNode
}

/** The dialog of a file that goes out; see writing.ts. */
export function WritingDialog<Written>({ state, titles, choosing, written }: WritingDialogProps<Written>) {
  switch (state.status) {
    case 'choosing':
      return choosing(state.problem)
    case 'writing':
      return (
        <WorkDialog
          title={titles.writing}
          label={say('transfer.articles-of', { done: state.done, total: state.total })}
          work={state}
          onStop={() => stopJob(state.job)}
        />
      )
    case 'done':
      return (
        <Dialog
          title={titles.done}
          foot={
            <Button kind="primary" autoFocus onPress={closeDialog}>
              {say('transfer.done')}
            </Button>
          }
        >
          {written(state.written)}
        </Dialog>
      )
  }
}
