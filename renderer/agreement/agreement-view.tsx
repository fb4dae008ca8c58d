import './agreement.css'
import { useEffect } from 'react'
import type { AgreementOverview } from '#app/contract'
import { say, sayMoment } from '../messages/messages.ts'
import { useSession, workIn } from '../shell/session-store.ts'
import { Message } from '../ui/message.tsx'
import { WorkLine } from '../ui/work.tsx'
import { compute, resetAgreement, stop, useAgreement } from './agreement-store.ts'
import { ArticleSection } from './article-section.tsx'
import { AttributeSection } from './attribute-section.tsx'
import { ConfusionSection } from './confusion-section.tsx'
import { ConsistencySection } from './consistency-section.tsx'
import { DividedSection } from './divided-section.tsx'
import { Figure } from './figure.tsx'
import { LabelSection, SetsSection } from './label-sections.tsx'
import { MeaningSection } from './meaning-section.tsx'
import { PairSection } from './pair-section.tsx'
import { QuestionForm } from './question-form.tsx'
import { SpanSection } from './span-section.tsx'
import { TimeSection } from './time-section.tsx'
import { coderNames } from './words.ts'

let work: string | undefined

/** How far annotators agree, and on what they do not. It is computed when somebody comes here first, and when they say so. */
export default function AgreementView() {
  const open = useSession(({ session }) => workIn(session))
  useEffect(() => {
    if (work !== open) resetAgreement()
    work = open
    if (useAgreement.getState().state.status === 'new') void compute()
  }, [open])
  return (
    <main className="agreement" aria-label={say('agreement.title')}>
      <div className="agreement-page">
        <QuestionForm />
        <Answer />
      </div>
    </main>
  )
}

function Answer() {
  const state = useAgreement(store => store.state)
  switch (state.status) {
    case 'new':
      return null
    case 'computing':
      return (
        <div className="agreement-computing">
          <WorkLine label={say('agreement.computing')} work={state} onStop={stop} />
        </div>
      )
    case 'stopped':
      return <Message title={say('agreement.stopped')} />
    case 'failed':
      return <Message title={say('agreement.failed')}>{state.failure.message}</Message>
    case 'done':
      return <Overview key={state.overview.report} overview={state.overview} />
  }
}

function Overview({ overview }: { readonly overview: AgreementOverview }) {
  const names = coderNames(overview.coders)
  if (names.length < 2 || overview.labels.n === 0) {
    const none = names.length < 2 ? 'too-few' : 'nothing-common'
    return (
      <>
        <Message title={say(`agreement.${none}`)}>{say(`agreement.${none}-hint`)}</Message>
        <ConsistencySection overview={overview} />
      </>
    )
  }
  const part = { overview, names }
  return (
    <>
      <Sum overview={overview} />
      <PairSection {...part} />
      <ConfusionSection {...part} />
      <LabelSection {...part} />
      <DividedSection {...part} />
      <SetsSection {...part} />
      <TimeSection {...part} />
      <ArticleSection {...part} />
      <AttributeSection {...part} />
      <SpanSection {...part} />
      <ConsistencySection overview={overview} />
      <MeaningSection />
    </>
  )
}

/** The figures of all together. */
function Sum({ overview }: { readonly overview: AgreementOverview }) {
  const { labels, articles, coders, samples, seed, asOf, opened } = overview
  return (
    <section className="agreement-section" aria-label={say('agreement.sum')}>
      <p className="agreement-of">
        {say('agreement.compared', { sentences: labels.n, articles, coders: coders.length })}
      </p>
      <dl className="agreement-figures agreement-large">
        <div>
          <dt>{say('agreement.alpha')}</dt>
          <dd>
            <Figure result={labels.alpha} />
          </dd>
        </div>
        <div>
          <dt>{say('agreement.fleiss')}</dt>
          <dd>
            <Figure result={labels.fleiss} />
          </dd>
        </div>
      </dl>
      <p className="agreement-says">{say('agreement.alpha-says')}</p>
      <p className="agreement-says">
        {asOf !== null && `${say('agreement.as-of', { when: sayMoment(asOf) })} `}
        {asOf === null && opened !== null && `${say('agreement.as-now', { when: sayMoment(opened) })} `}
        {say('agreement.drawn', { what: labels.resampled, samples, seed: String(seed) })}
      </p>
    </section>
  )
}
