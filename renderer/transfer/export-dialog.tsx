import './export-dialog.css'
import { useEffect } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { FormatDescription } from '#app/contract'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ExportPart } from './export-part.tsx'
import { beginExport, choose, exportCorpus, useExport } from './export-store.ts'
import { formatDescription, formatName, lossName } from './format-words.ts'
import { sizeOf } from './size-of.ts'
import { WritingDialog } from './writing-dialog.tsx'

/** Writes the annotated corpus, or a part of it, for another program or another person. */
export function ExportDialog() {
  const state = useExport(store => store.state)
  useEffect(() => void beginExport(), [])
  return (
    <WritingDialog
      state={state}
      titles={{ writing: say('transfer.exporting'), done: say('transfer.exported') }}
      choosing={problem => <Choosing problem={problem} />}
      written={({ fileName, articles, bytes }) => (
        <p>{say('transfer.exported-as', { file: fileName, articles, size: sizeOf(bytes) })}</p>
      )}
    />
  )
}

function Choosing({ problem }: { readonly problem: string | null }) {
  const { formats, choice } = useExport()
  const format = formats.find(one => one.id === choice.format)
  return (
    <Dialog
      title={say('transfer.export')}
      wide
      foot={
        <Button kind="primary" disabled={!format} onPress={() => void exportCorpus()}>
          {say('transfer.export')}
        </Button>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      <div className="export-panes">
        <RadioGroup className="formats" value={choice.format} onChange={id => choose({ format: id })}>
          <Label className="field-label">{say('transfer.format')}</Label>
          {formats.map(one => (
            <Radio key={one.id} value={one.id} className="format">
              {formatName(one)}
            </Radio>
          ))}
        </RadioGroup>
        {format && <Chosen format={format} />}
      </div>
    </Dialog>
  )
}

/** What the chosen format is, what it cannot bear, and what goes into it. */
function Chosen({ format }: { readonly format: FormatDescription }) {
  const { choice } = useExport()
  return (
    <div className="export-chosen">
      <p className="export-description">{formatDescription(format)}</p>
      {format.losses.length > 0 && (
        <section className="export-losses">
          <h3 className="field-label">{say('transfer.not-in-it')}</h3>
          <ul>
            {format.losses.map(loss => (
              <li key={loss}>{lossName(loss)}</li>
            ))}
          </ul>
        </section>
      )}
      <ExportPart />
      <section className="export-options">
        <h3 className="field-label">{say('transfer.along')}</h3>
        {format.options.includes('raw') && (
          <Check checked={choice.raw} onChange={raw => choose({ raw })}>
            {say('transfer.option-raw')}
          </Check>
        )}
        {format.options.includes('partition') && (
          <Check checked={choice.partition} onChange={partition => choose({ partition })}>
            {say('transfer.option-partition')}
          </Check>
        )}
        <Check checked={choice.codebook} onChange={codebook => choose({ codebook })}>
          {say('transfer.option-codebook')}
        </Check>
        <Check checked={choice.manifest} onChange={manifest => choose({ manifest })}>
          {say('transfer.option-manifest')}
        </Check>
      </section>
    </div>
  )
}
