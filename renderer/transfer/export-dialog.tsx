import './export-dialog.css'
import { useEffect } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { FormatDescription } from '#app/contract'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { ExportPart } from './export-part.tsx'
import { beginExport, cancelExport, choose, exportCorpus, useExport } from './export-store.ts'

/** Writes the annotated corpus, or a part of it, for another program or another person. */
export function ExportDialog() {
  const state = useExport(store => store.state)
  useEffect(() => void beginExport(), [])

  switch (state.status) {
    case 'writing':
      return (
        <Dialog title="Exporting" busy foot={<Button onPress={() => cancelExport(state.job)}>Cancel</Button>}>
          <Progress
            label={`${state.done} of ${state.total} articles`}
            done={state.done}
            total={state.total}
          />
        </Dialog>
      )
    case 'done':
      return (
        <Dialog
          title="Exported"
          foot={
            <Button kind="primary" onPress={closeDialog}>
              Done
            </Button>
          }
        >
          <p>
            {state.exported.fileName}: {state.exported.articles} articles, {sizeOf(state.exported.bytes)}.
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
      title="Export"
      wide
      foot={
        <Button kind="primary" disabled={!format} onPress={() => void exportCorpus()}>
          Export
        </Button>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      <div className="export-panes">
        <RadioGroup className="formats" value={choice.format} onChange={id => choose({ format: id })}>
          <Label className="field-label">Format</Label>
          {formats.map(one => (
            <Radio key={one.id} value={one.id} className="format">
              {one.name}
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
      <p className="export-description">{format.description}</p>
      {format.losses.length > 0 && (
        <section className="export-losses">
          <h3 className="field-label">Not in it</h3>
          <ul>
            {format.losses.map(loss => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </section>
      )}
      <ExportPart />
      <section className="export-options">
        <h3 className="field-label">Along with it</h3>
        {format.options.includes('raw') && (
          <Check checked={choice.raw} onChange={raw => choose({ raw })}>
            Write cells that begin with = + - or @ as they are (a spreadsheet may run them)
          </Check>
        )}
        {format.options.includes('partition') && (
          <Check checked={choice.partition} onChange={partition => choose({ partition })}>
            A file for each language
          </Check>
        )}
        <Check checked={choice.codebook} onChange={codebook => choose({ codebook })}>
          The codebook, in a file of its own
        </Check>
        <Check checked={choice.manifest} onChange={manifest => choose({ manifest })}>
          A manifest: what it is, where from, when, counts, and a checksum of each file
        </Check>
      </section>
    </div>
  )
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
