import './equal-dialog.css'
import type { EqualSentences } from '#app/contract'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { labelEqual, setReplace, stopLabelling, toLabel, useEqual } from './equal-store.ts'

/** Says how many sentences are equal to the current one, and labels them. */
export function EqualDialog() {
  const { state } = useEqual()
  const title = say('finding.equal')
  switch (state.status) {
    case 'counting':
      return (
        <Dialog title={title}>
          <Progress label={say('finding.equal-counting')} done={0} total={0} />
        </Dialog>
      )
    case 'failed':
      return (
        <Dialog title={title} foot={<Leave />}>
          <p className="problem">{state.failure.message}</p>
        </Dialog>
      )
    case 'labelling':
      return (
        <WorkDialog
          title={title}
          label={say('finding.equal-labelling')}
          work={state}
          onStop={stopLabelling}
        />
      )
    case 'counted': {
      const { equal, replace, text } = state
      const count = toLabel(equal, replace)
      return (
        <Dialog
          title={title}
          foot={
            <>
              <Leave />
              <Button kind="primary" disabled={count === 0} onPress={() => void labelEqual()}>
                {say('finding.equal-label', { count })}
              </Button>
            </>
          }
        >
          <blockquote className="equal-text" dir="auto">
            {text}
          </blockquote>
          <Counted equal={equal} />
          {equal.otherwise > 0 && (
            <Check checked={replace} onChange={setReplace}>
              {say('finding.equal-replace', { count: equal.otherwise })}
            </Check>
          )}
        </Dialog>
      )
    }
  }
}

const Leave = () => <Button onPress={closeDialog}>{say('finding.leave')}</Button>

function Counted({ equal }: { readonly equal: EqualSentences }) {
  const { labels } = useCodebook()
  const { sentences, articles, tagged } = equal
  if (sentences === 0) return <p>{say('finding.equal-none')}</p>
  if (equal.labels.length === 0)
    return (
      <p>{`${say('finding.equal-count', { sentences, articles })} ${say('finding.equal-unlabelled')}`}</p>
    )
  const borne = labels.filter(label => equal.labels.includes(label.id))
  return (
    <>
      <p>{say('finding.equal-count', { sentences, articles })}</p>
      <p className="equal-labels">
        {say('finding.equal-labels')}
        {borne.map(label => (
          <span key={label.id} className="equal-label" data-colour={label.colour}>
            {label.name}
          </span>
        ))}
      </p>
      {tagged > 0 && <p>{say('finding.equal-tagged', { count: tagged })}</p>}
    </>
  )
}
