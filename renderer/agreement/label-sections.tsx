/** Agreement on each label: those that exclude one another, and those that stand beside others. */
import type { AgreementOverview } from '#app/contract'
import { say } from '../messages/messages.ts'
import { useCodebook } from '../shell/session-store.ts'
import { Chart } from './chart.tsx'
import { figureRows } from './drawings.ts'
import { Section } from './section.tsx'
import { labelRows, partRows } from './tables.ts'
import { colourOf, sayCategory, sayShort } from './words.ts'

interface PartProps {
  readonly overview: AgreementOverview
}

export function LabelSection({ overview }: PartProps) {
  const codebook = useCodebook()
  const title = say('agreement.by-label')
  const rows = overview.labels.byCategory.map(({ category, alpha }) => ({
    name: sayCategory(codebook, category),
    colour: colourOf(codebook, category),
    ...{ result: alpha, said: sayShort(alpha) },
  }))
  return (
    <Section
      title={title}
      says={say('agreement.by-label-says')}
      rows={() => labelRows(overview)}
      drawing={figureRows(title, rows)}
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}

/** Labels that stand beside others; nothing where the codebook has none. */
export function SetsSection({ overview: { sets } }: PartProps) {
  const codebook = useCodebook()
  if (!sets) return null
  const title = say('agreement.beside')
  const rows = [
    {
      name: say('agreement.together'),
      colour: undefined,
      ...{ result: sets.alpha, said: sayShort(sets.alpha) },
    },
    ...sets.labels.map(({ part, alpha }) => ({
      name: sayCategory(codebook, part),
      colour: colourOf(codebook, part),
      ...{ result: alpha, said: sayShort(alpha) },
    })),
  ]
  return (
    <Section
      title={title}
      says={say('agreement.beside-says')}
      rows={() => partRows('label', [{ ...sets, part: '' }, ...sets.labels])}
      drawing={figureRows(title, rows)}
    >
      <Chart title={title} rows={rows} />
    </Section>
  )
}
