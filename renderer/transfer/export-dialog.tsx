import './export-dialog.css'
import { useEffect } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { FormatDescription } from '#app/contract'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { ExportPart } from './export-part.tsx'
import { beginExport, cancelExport, choose, exportCorpus, useExport } from './export-store.ts'
import { formatDescription, formatName, lossName } from './format-words.ts'
import { sizeOf } from './size-of.ts'

/** Writes the annotated corpus, or a part of it, for another program or another person. */
export function ExportDialog() {
  const state = useExport(store => store.state)
  useEffect(() => void beginExport(), [])

  switch (state.status) {
    case 'writing':
      return (
        <Dialog
          title={say('transfer.exporting')}
          busy
          foot={<Button onPress={() => cancelExport(state.job)}>{say('transfer.cancel')}</Button>}
        >
          <Progress
            label={say('transfer.articles-of', { done: state.done, total: state.total })}
            done={state.done}
            total={state.total}
          />
        </Dialog>
      )
    case 'done':
      return (
        <Dialog
          title={say('transfer.exported')}
          foot={
            <Button kind="primary" onPress={closeDialog}>
              {say('transfer.done')}
            </Button>
          }
        >
          <p>
            {say('transfer.exported-as', {
              file: state.exported.fileName,
              articles: state.exported.articles,
              size: sizeOf(state.exported.bytes),
            })}
          </p>
        </Dialog>
      )
    case 'choosing':
      return <Choosing problem={state.problem} />
  }
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
