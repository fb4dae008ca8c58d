import { useEffect, useState } from 'react'
import type { AnnotatorId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { call } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
import { refreshAnnotators, useAnnotators } from '../library/annotators-store.ts'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { fetchOffered } from '../shell/download.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { WorkDialog } from '../ui/work.tsx'

/** Tells one annotator what was decided otherwise than they said: a page to read, or their work back with the gold layer. */
export default function FeedbackDialog() {
  const annotators = useAnnotators(state => state.annotators).filter(
    one => isPerson(one.id) && one.annotations > 0,
  )
  const [chosen, setChosen] = useState<AnnotatorId>()
  const [as, setAs] = useState<'page' | 'exchange-file'>('page')
  const [work, setWork] = useState<Work | null>(null)
  const [problem, setProblem] = useState<string>()
  useEffect(() => void refreshAnnotators(), [])
  const annotator = chosen ?? annotators[0]?.id

  async function write(): Promise<void> {
    if (!annotator) return
    const outcome = await asJobOnceSaved(setWork, job =>
      call('adjudication.feedback', { annotator, as, job }),
    )
    setWork(null)
    if (!outcome.ok) return setProblem(outcome.failure.message)
    if (outcome.value === null) return
    const { fileName: file, compared, differing } = outcome.value
    fetchOffered(outcome.value)
    closeDialog()
    notify(say('adjudication.feedback-written', { file, compared, differing }))
  }

  if (work)
    return (
      <WorkDialog
        title={say('adjudication.feedback-title')}
        label={say('adjudication.writing-feedback')}
        work={work}
        onStop={() => stopJob(work.job)}
      />
    )
  return (
    <Dialog
      title={say('adjudication.feedback-title')}
      foot={
        <Button kind="primary" disabled={!annotator} onPress={() => void write()}>
          {say('adjudication.write-feedback')}
        </Button>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      {annotators.length === 0 ? (
        <p>{say('adjudication.nobody')}</p>
      ) : (
        <div className="rule-form">
          <Select
            label={say('adjudication.for-whom')}
            value={annotator ?? ''}
            options={annotators.map(({ id, name }) => ({ value: id as string, name }))}
            onChange={id => setChosen(annotators.find(one => one.id === id)?.id)}
          />
          <Choice
            label={say('adjudication.as')}
            value={as}
            options={[
              { value: 'page', name: say('adjudication.as-page') },
              { value: 'exchange-file', name: say('adjudication.as-exchange-file') },
            ]}
            onChange={setAs}
          />
          <p className="rule-note">
            {say(as === 'page' ? 'adjudication.page-says' : 'adjudication.exchange-file-says')}
          </p>
        </div>
      )}
    </Dialog>
  )
}
