import { useState } from 'react'
import type { AgreementOverview } from '#app/contract'
import { say } from '../messages/messages.ts'
import { Choice } from '../ui/choice.tsx'
import { Chart } from './chart.tsx'
import { figureRows } from './drawings.ts'
import { Section } from './section.tsx'
import { partRows } from './tables.ts'
import { sayShort } from './words.ts'

export function TimeSection({ overview: { labels } }: { readonly overview: AgreementOverview }) {
  const [period, setPeriod] = useState<'month' | 'week'>('month')
  const title = say('agreement.over-time')
  const parts = period === 'month' ? labels.byMonth : labels.byWeek
  const rows = parts.map(({ part, n, alpha }) => ({
    name: say('agreement.part', { part, count: n }),
    colour: undefined,
    ...{ result: alpha, said: sayShort(alpha) },
  }))
  return (
    <Section
      title={title}
      says={say('agreement.over-time-says')}
      rows={() => partRows(period, parts)}
      drawing={figureRows(title, rows)}
      tools={
        <Choice
          label={say('agreement.by')}
          value={period}
          options={[
            { value: 'month', name: say('agreement.month') },
            { value: 'week', name: say('agreement.week') },
          ]}
          onChange={setPeriod}
        />
      }
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}
