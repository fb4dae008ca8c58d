import { stopJob, type Work } from '../jobs.ts'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'

/** How far a backup, its restoring or a recovery has come; it can be stopped. */
export function WorkLine({ work }: { readonly work: Work }) {
  return (
    <div className="recovery-work">
      <Progress label={say('recovery.working')} done={work.done} total={work.total} />
      <Button onPress={() => stopJob(work.job)}>{say('recovery.stop')}</Button>
    </div>
  )
}
