import type { AttributePairReport, AttributeReport } from '#app/agreement/attribute-report'
import type { AgreementOverview } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { type MessageId, say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Figure } from './figure.tsx'
import { type FiguresOf, FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { attributeRows } from './tables.ts'
import { sayPair, sayShort } from './words.ts'

interface AttributeSectionProps {
  readonly overview: AgreementOverview
  readonly names: readonly string[]
}

const SCALES: Readonly<Record<AttributeReport['scale'], MessageId>> = {
  nominal: 'agreement.scale-nominal',
  ordinal: 'agreement.scale-ordinal',
  interval: 'agreement.scale-interval',
  sets: 'agreement.scale-sets',
}

/** The values of attributes, of those that two annotators gave; nothing where the codebook has none that can be compared. */
export function AttributeSection({ overview: { attributes }, names }: AttributeSectionProps) {
  const codebook = useCodebook()
  const given = attributes.filter(({ n }) => n > 0)
  if (attributes.length === 0) return null
  if (given.length === 0)
    return (
      <Section title={say('agreement.attributes')}>
        <p className="agreement-says">{say('agreement.no-values')}</p>
      </Section>
    )
  return (
    <Section
      title={say('agreement.attributes')}
      says={say('agreement.attributes-says')}
      rows={() => attributeRows(attributes)}
    >
      <FigureTable
        columns={[
          say('agreement.attribute'),
          say('agreement.values'),
          say('agreement.percent'),
          say('agreement.alpha'),
          say('agreement.in-order'),
        ]}
        rows={given.map(report => figuresOf(report, codebook, names))}
      />
    </Section>
  )
}

function figuresOf(
  { attribute, scale, n, percent, alpha, ordinal, pairs }: AttributeReport,
  codebook: Codebook,
  names: readonly string[],
): FiguresOf {
  const head = (
    <>
      {codebook.attributes.find(({ id }) => id === attribute)?.name ?? attribute}
      <span className="agreement-scale">{say(SCALES[scale])}</span>
    </>
  )
  const withPairs = (
    <>
      <Figure result={alpha} />
      <Kappas pairs={pairs} names={names} />
    </>
  )
  return {
    ...{ key: attribute, head },
    cells: [{ shown: n }, percent, { shown: withPairs }, ordinal ?? { shown: null }],
  }
}

interface KappasProps {
  readonly pairs: readonly AttributePairReport[]
  readonly names: readonly string[]
}

function Kappas({ pairs, names }: KappasProps) {
  if (pairs.length === 0) return null
  return (
    <details className="agreement-details">
      <summary>{say('agreement.pairs')}</summary>
      <ul>
        {pairs.map(({ first, second, kappa, weighted }) => (
          <li key={`${first} ${second}`} dir="auto">
            {say('agreement.kappas', {
              pair: sayPair(names, { first, second }),
              kappa: sayShort(kappa),
              weighted: weighted ? sayShort(weighted) : 'none',
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
