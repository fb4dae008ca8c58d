import './assign.css'
import { useState } from 'react'
import type { Input } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import { say } from '../messages/messages.ts'
import { notify } from '../shell/notices.ts'
import { sendOnce } from '../shell/outbox.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { Switch } from '../ui/switch.tsx'
import { useAsked } from '../use-asked.ts'
import { numberIn, People, Stratify } from './dealing-fields.tsx'
import { PlanPreview } from './plan-preview.tsx'
import { SecondReadingSection } from './second-reading-section.tsx'
import { StartFiles } from './start-files.tsx'

type Terms = Input<'assign.plan'>['terms']

/** What the person has chosen, as it is typed. */
interface Chosen {
  readonly known: readonly AnnotatorId[]
  /** Names of people who are not known, one a line. */
  readonly others: string
  readonly each: string
  /** Per cent. */
  readonly overlap: string
  /** How many annotators get an article of the overlap; empty for all. */
  readonly overlapTo: string
  readonly balance: Terms['balance']
  readonly stratify: Terms['stratify']
  readonly seed: string
  readonly blind: boolean
}

const FIRST: Chosen = {
  ...{ known: [], others: '', each: '1', overlap: '20', overlapTo: '', seed: '1' },
  ...{ balance: 'articles', stratify: 'none', blind: true },
}

/** Deals articles out, hands out what annotators start with, and opens what they did blind. */
export default function AssignTab() {
  const { value, failure } = useAsked('assign.overview', {})
  if (failure) return <Message title={say('assign.failed')}>{failure.message}</Message>
  if (!value) return <Message title={say('assign.loading')} />
  const { left, annotators, closed, blind, mayOpen } = value
  return (
    <div className="team-page">
      {closed && (
        <section className="team-section" aria-label={say('assign.blind-title')}>
          <h2 className="team-title">{say('assign.blind-title')}</h2>
          <p className="team-hint">{say(blind ? 'assign.you-work-blind' : 'assign.they-work-blind')}</p>
          {mayOpen && (
            <div className="team-ways">
              <Button onPress={() => void openLayers()}>{say('assign.open-layers')}</Button>
            </div>
          )}
        </section>
      )}
      <section className="team-section" aria-label={say('assign.deal-out')}>
        <h2 className="team-title">{say('assign.deal-out')}</h2>
        <p className="team-hint">{say('assign.left', { articles: left })}</p>
        {left > 0 && <DealOut />}
      </section>
      <SecondReadingSection />
      {annotators.length > 0 && <StartFiles annotators={annotators} />}
    </div>
  )
}

function DealOut() {
  const [chosen, setChosen] = useState(FIRST)
  const set = (changed: Partial<Chosen>) => setChosen(before => ({ ...before, ...changed }))
  const asked = dealingOf(chosen)
  return (
    <>
      <People legend={say('assign.to-whom')} chosen={chosen.known} onChange={known => set({ known })} />
      <Field
        label={say('assign.others')}
        description={say('assign.others-hint')}
        value={chosen.others}
        lines={3}
        onChange={others => set({ others })}
      />
      <div className="assign-terms">
        <Field label={say('assign.each')} value={chosen.each} onChange={each => set({ each })} />
        <Field label={say('assign.overlap')} value={chosen.overlap} onChange={overlap => set({ overlap })} />
        <Field
          label={say('assign.overlap-to')}
          placeholder={say('assign.overlap-to-all')}
          value={chosen.overlapTo}
          onChange={overlapTo => set({ overlapTo })}
        />
        <Field label={say('assign.seed')} value={chosen.seed} onChange={seed => set({ seed })} />
        <Stratify value={chosen.stratify} onChange={stratify => set({ stratify })} />
        <Choice
          label={say('assign.balance')}
          value={chosen.balance}
          options={(['articles', 'sentences'] as const).map(value => ({
            value,
            name: say(`assign.balance-${value}`),
          }))}
          onChange={balance => set({ balance })}
        />
      </div>
      <Switch on={chosen.blind} onChange={blind => set({ blind })}>
        {say('assign.blind')}
      </Switch>
      <PlanPreview asked={asked}>
        <Button
          kind="primary"
          disabled={asked === null}
          onPress={() => asked && void deal(asked, chosen.blind)}
        >
          {say('assign.deal-out')}
        </Button>
      </PlanPreview>
    </>
  )
}

/** What was chosen, as main takes it; null where something is missing or is no number. */
function dealingOf({
  known,
  others,
  each,
  overlap,
  overlapTo,
  balance,
  stratify,
  seed,
}: Chosen): Input<'assign.plan'> | null {
  const names = others.split('\n').flatMap(line => line.trim() || [])
  const to = [...known, ...names.map(name => ({ name }))]
  const several = overlapTo.trim() === '' ? '2' : overlapTo
  const [eachOne, percent] = [numberIn(each), numberIn(overlap)]
  const [number, most] = [numberIn(seed), numberIn(several)]
  if (to.length === 0 || eachOne < 1 || percent < 0 || percent > 100 || number < 0 || most < 2) return null
  return {
    to,
    terms: {
      ...{ each: eachOne, overlap: percent / 100, balance, stratify, seed: number },
      overlapTo: overlapTo.trim() === '' ? null : most,
    },
  }
}

async function deal(asked: Input<'assign.plan'>, blind: boolean): Promise<void> {
  const outcome = await sendOnce('assign.deal', { ...asked, blind, job: crypto.randomUUID() })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  notify(say('assign.dealt', { articles: outcome.value.articles }), { undo: true })
}

async function openLayers(): Promise<void> {
  const outcome = await sendOnce('assign.open-layers', {})
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  notify(say('assign.opened'), { undo: true })
}
