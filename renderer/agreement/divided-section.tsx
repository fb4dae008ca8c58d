import type { AgreementOverview } from '#app/contract'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { Section } from './section.tsx'
import { SentenceList } from './sentence-list.tsx'
import { sentenceRows } from './tables.ts'
import { allPages } from './use-page.ts'

interface DividedProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

export function DividedSection({ overview: { report, divided }, names }: DividedProps) {
  const title = say('agreement.divided')
  const ask = (page: { readonly offset: number; readonly limit: number }) =>
    call('agreement.divided', { report, ...page })
  const all = () =>
    allPages(async page => {
      const outcome = await ask(page)
      return outcome.ok ? { ok: true, value: outcome.value.sentences } : outcome
    }, divided)
  if (divided === 0)
    return (
      <Section title={title}>
        <p className="agreement-says">{say('agreement.none-divided')}</p>
      </Section>
    )
  return (
    <Section
      title={title}
      says={say('agreement.divided-says', { count: divided })}
      rows={async () => sentenceRows(await all(), names)}
    >
      <SentenceList question={`${report} divided`} ask={ask} label={title} names={names} />
    </Section>
  )
}
