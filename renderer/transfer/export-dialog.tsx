import './export-dialog.css'
import { useEffect, useState } from 'react'
import { Checkbox, Label, Radio, RadioGroup } from 'react-aria-components'
import type { FormatDescription } from '#app/contract'
import { call } from '../door.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { CheckIcon } from '../ui/icons.tsx'
import { Progress } from '../ui/progress.tsx'
import { cancelExport, exportCorpus, resetExport, useExport } from './export-store.ts'

/** Writes the annotated corpus to a file. */
export function ExportDialog() {
  const [formats, setFormats] = useState<readonly FormatDescription[]>([])
  const [format, setFormat] = useState('jsonl')
  const [raw, setRaw] = useState(false)
  const state = useExport(store => store.state)
  useEffect(() => {
    resetExport()
    void call('export.formats', {}).then(outcome => outcome.ok && setFormats(outcome.value))
  }, [])

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
      return (
        <Dialog
          title="Export"
          foot={
            <Button kind="primary" onPress={() => void exportCorpus(format, raw)}>
              Export
            </Button>
          }
        >
          {state.problem && <p className="problem">{state.problem}</p>}
          <RadioGroup className="formats" value={format} onChange={setFormat}>
            <Label className="field-label">Format</Label>
            {formats.map(one => (
              <Radio key={one.id} value={one.id} className="format">
                <span className="format-name">{one.name}</span>
                <span className="field-description">{one.description}</span>
              </Radio>
            ))}
          </RadioGroup>
          {format === 'csv' && (
            <Checkbox className="check" isSelected={raw} onChange={setRaw}>
              <span className="check-box">{raw && <CheckIcon />}</span>
              Write cells that begin with = + - or @ as they are (a spreadsheet may run them)
            </Checkbox>
          )}
        </Dialog>
      )
  }
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
