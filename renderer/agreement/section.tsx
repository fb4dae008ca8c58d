import type { ReactNode } from 'react'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import type { Drawing } from './drawing.ts'
import { type FileType, type Rows, savePng, saveSvg, saveTable } from './save-figure.ts'

interface SectionProps {
  readonly title: string
  /** What the figures are, in a sentence or two. */
  readonly says?: string
  readonly children: ReactNode
  /** What can be chosen about it. */
  readonly tools?: ReactNode
  /** As a table for other programs; asked for when it is wanted. */
  readonly rows?: () => Rows | Promise<Rows>
  readonly drawing?: Drawing
}

/** A part of the view, with the ways to take it away. */
export function Section({ title, says, children, tools, rows, drawing }: SectionProps) {
  const save = (type: FileType, run: () => Promise<void>) => (
    <Button
      kind="quiet"
      name={say('agreement.save-as', { what: title, type: type.toUpperCase() })}
      onPress={() => void run()}
    >
      {type.toUpperCase()}
    </Button>
  )
  return (
    <section className="agreement-section" aria-label={title}>
      <header className="agreement-section-head">
        <h2 className="agreement-title">{title}</h2>
        {tools}
        <div className="agreement-saves">
          {rows && save('csv', async () => saveTable(title, await rows()))}
          {drawing && save('svg', () => saveSvg(drawing))}
          {drawing && save('png', () => savePng(drawing))}
        </div>
      </header>
      {says && <p className="agreement-says">{says}</p>}
      {children}
    </section>
  )
}
