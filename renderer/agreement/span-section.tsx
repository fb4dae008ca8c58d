import type { AgreementOverview } from '#app/contract'
import { say } from '../messages/messages.ts'
import { Figure } from './figure.tsx'
import { FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { spanRows } from './tables.ts'
import { sayPair } from './words.ts'

interface SpanSectionProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

/** Agreement on where annotations begin and end: of all annotators together, then of each pair. */
export function SpanSection({ overview: { spans }, names }: SpanSectionProps) {
  return (
    <Section
      title={say('agreement.spans')}
      says={say('agreement.spans-says')}
      rows={() => spanRows(spans, names)}
    >
      <dl className="agreement-figures">
        <div>
          <dt>{say('agreement.unitizing')}</dt>
          <dd>
            <Figure result={spans.labels} />
          </dd>
        </div>
        <div>
          <dt>{say('agreement.unitizing-boundaries')}</dt>
          <dd>
            <Figure result={spans.boundaries} />
          </dd>
        </div>
      </dl>
      <FigureTable
        columns={[say('agreement.pairs'), say('agreement.f1-exact'), say('agreement.f1-overlap')]}
        rows={spans.pairs.map(pair => ({
          ...{ key: `${pair.first} ${pair.second}`, head: sayPair(names, pair) },
          cells: [pair.exact, pair.overlap],
        }))}
      />
    </Section>
  )
}
