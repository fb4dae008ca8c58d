import type { SentenceToDecide } from '#app/adjudication/sentences-to-decide'
import { AnnotatorId } from '#app/model/ids'
import { useAnnotators } from '../library/annotators-store.ts'
import { say, sayDate } from '../messages/messages.ts'
import { useCodebook, useSession } from '../shell/session-store.ts'
import { Button } from '../ui/button.tsx'
import { letStand } from './deciding.ts'

/** What was decided, by whom, when and why; and why it is one of other days. */
export function StandingDecision({
  sentence: { decision, stale, gold },
}: {
  readonly sentence: SentenceToDecide
}) {
  const { labels } = useCodebook()
  const nameOf = useNames()
  if (!decision) return <p className="standing standing-none">{say('adjudication.undecided')}</p>
  const { by, at, cause, reason, rule, choice } = decision
  const named = gold.annotations.map(one => labels.find(({ id }) => id === one.label)?.name ?? one.label)
  return (
    <section className="standing" aria-label={say('adjudication.decision')} data-stale={stale ?? undefined}>
      <p>
        <span className="standing-labels">
          {named.length > 0 ? [...new Set(named)].join(', ') : say('adjudication.no-label')}
        </span>{' '}
        {say(`adjudication.choice-${choice}`)}
      </p>
      <p className="standing-by">
        {rule === ''
          ? say('adjudication.by', { name: nameOf(by), date: sayDate(at) })
          : say('adjudication.by-rule-of', {
              ...{ name: nameOf(by), date: sayDate(at) },
              rule: ruleWords(rule, nameOf),
            })}
      </p>
      {(cause !== '' || reason !== '') && (
        <p className="standing-why" dir="auto">
          {[cause === '' ? '' : say(`adjudication.cause-${cause}`), reason].filter(Boolean).join(' · ')}
        </p>
      )}
      {stale && (
        <p className="standing-stale">
          {say(`adjudication.stale-${stale}`)} <Button onPress={letStand}>{say('adjudication.stand')}</Button>
        </p>
      )}
    </section>
  )
}

function useNames(): (id: AnnotatorId) => string {
  const annotators = useAnnotators(state => state.annotators)
  const me = useSession(({ session }) => session?.annotator)
  return id => (me?.id === id ? me.name : (annotators.find(one => one.id === id)?.name ?? id))
}

/** A rule in words; see `ruleName` in app/adjudication/rule.ts. */
function ruleWords(rule: string, nameOf: (id: AnnotatorId) => string): string {
  const [, least] = /^majority-of-(\d+)$/.exec(rule) ?? []
  if (least) return say('adjudication.rule-majority-of', { least: Number(least) })
  const [, annotator] = /^annotator:(.+)$/.exec(rule) ?? []
  if (annotator) return say('adjudication.rule-annotator', { name: nameOf(AnnotatorId.parse(annotator)) })
  return say(rule === 'agreed' ? 'adjudication.rule-agreed' : 'adjudication.rule-majority')
}
