import { useEffect, useState } from 'react'
import type { RuleReport } from '#app/adjudication/by-rule'
import type { Rule } from '#app/adjudication/rule'
import type { Input } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { isPerson } from '#app/model/second-reading'
import { callStep, currentWork } from '../door.ts'
import { asJob, stopJob, type Work } from '../jobs.ts'
import { refreshAnnotators, useAnnotators } from '../library/annotators-store.ts'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { send } from '../shell/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { deciding, refreshQueue, reloadDecisions } from './adjudication-store.ts'

type Kind = Rule['kind']

/** Decides by a rule what no person has decided. What it would come to is said before. */
export default function RuleDialog() {
  const annotators = useAnnotators(state => state.annotators).filter(({ id }) => isPerson(id))
  const open = deciding()?.adjudication.article
  const [kind, setKind] = useState<Kind>('agreed')
  const [least, setLeast] = useState('2')
  const [annotator, setAnnotator] = useState<AnnotatorId>()
  const [where, setWhere] = useState<'article' | 'all'>('all')
  const [work, setWork] = useState<Work | null>(null)
  useEffect(() => void refreshAnnotators(), [])

  const rule = ruleOf(kind, Number(least), annotator ?? annotators[0]?.id)
  const article = where === 'article' && open ? open.id : null
  const foreseen = usePreview(rule, article)

  async function apply(): Promise<void> {
    if (!rule) return
    const outcome = await asJob(setWork, job => send('adjudication.by-rule', { rule, article, job }))
    closeDialog()
    if (outcome.ok) {
      const { decided: count, articles } = outcome.value
      notify(say('adjudication.ruled', { count, articles }), { undo: count > 0 })
    } else
      notify(outcome.failure.message, {
        tone: outcome.failure.code === 'cancelled' ? 'plain' : 'bad',
        undo: true,
      })
    await Promise.all([reloadDecisions(), refreshQueue()])
  }

  if (work)
    return (
      <WorkDialog
        title={say('adjudication.by-rule-title')}
        label={say('adjudication.deciding')}
        work={work}
        onStop={() => stopJob(work.job)}
      />
    )
  return (
    <Dialog
      title={say('adjudication.by-rule-title')}
      foot={
        <Button kind="primary" disabled={!foreseen || foreseen.decided === 0} onPress={() => void apply()}>
          {say('adjudication.decide-so')}
        </Button>
      }
    >
      <div className="rule-form">
        <Select<Kind>
          label={say('adjudication.rule')}
          value={kind}
          options={[
            { value: 'agreed', name: say('adjudication.rule-agreed') },
            { value: 'majority', name: say('adjudication.rule-majority') },
            { value: 'majority-of', name: say('adjudication.rule-majority-of', { least: Number(least) }) },
            { value: 'annotator', name: say('adjudication.rule-one-annotator') },
          ]}
          onChange={setKind}
        />
        {kind === 'majority-of' && (
          <Select
            label={say('adjudication.least')}
            value={least}
            options={['2', '3', '4', '5', '6', '7', '8', '9'].map(value => ({ value, name: value }))}
            onChange={setLeast}
          />
        )}
        {kind === 'annotator' && (
          <Select
            label={say('adjudication.most-reliable')}
            value={annotator ?? annotators[0]?.id ?? ''}
            options={annotators.map(({ id, name }) => ({ value: id as string, name }))}
            onChange={id => setAnnotator(annotators.find(one => one.id === id)?.id)}
          />
        )}
        {open && (
          <Choice
            label={say('adjudication.where')}
            value={where}
            options={[
              { value: 'all', name: say('adjudication.everywhere') },
              { value: 'article', name: say('adjudication.this-article') },
            ]}
            onChange={setWhere}
          />
        )}
        <p className="rule-preview" aria-live="polite">
          {foreseen
            ? say('adjudication.would', {
                ...{ decided: foreseen.decided, articles: foreseen.articles, unchanged: foreseen.unchanged },
                ...{ kept: foreseen.kept, left: foreseen.left },
              })
            : say('adjudication.counting')}
        </p>
        <p className="rule-note">{say('adjudication.rule-note')}</p>
      </div>
    </Dialog>
  )
}

function ruleOf(kind: Kind, least: number, annotator: AnnotatorId | undefined): Rule | null {
  switch (kind) {
    case 'agreed':
    case 'majority':
      return { kind }
    case 'majority-of':
      return { kind, least }
    case 'annotator':
      return annotator ? { kind, annotator } : null
  }
}

/** What the rule would come to; undefined while it is counted. What is no longer asked is stopped. */
function usePreview(rule: Rule | null, article: Input<'adjudication.by-rule'>['article']) {
  const [counted, setCounted] = useState<{ readonly question: string; readonly report: RuleReport }>()
  const question = JSON.stringify([rule, article])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rule and article are in the question
  useEffect(() => {
    if (!rule) return
    const job = crypto.randomUUID()
    let open = true
    const asked = { rule, ...(article ? { article } : {}), dryRun: true, job }
    void callStep('adjudication.by-rule', asked, currentWork()).then(outcome => {
      if (open && outcome.ok) setCounted({ question, report: outcome.value })
    })
    return () => {
      open = false
      stopJob(job)
    }
  }, [question])
  return counted?.question === question ? counted.report : undefined
}
