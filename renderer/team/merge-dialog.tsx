import './merge-dialog.css'
import './team.css'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Message } from '../ui/message.tsx'
import { WorkDialog, WorkLine } from '../ui/work.tsx'
import { LabelMapping } from './label-mapping.tsx'
import { saveMergeReport } from './merge-report.ts'
import {
  chooseForMerge,
  foreignLabels,
  type GivenFile,
  isTaken,
  leaveOutFile,
  mergeAll,
  showFile,
  stopMerge,
  undoMerge,
  useMerge,
} from './merge-store.ts'
import { MergedFileView } from './merged-file-view.tsx'
import { isClosed } from './passphrase-form.tsx'

/** Files of colleagues on their way in: what each would bring, then what became of it. */
export default function MergeDialog() {
  const { work, result } = useMerge()
  if (work?.step === 'merging')
    return (
      <WorkDialog title={say('team.merge')} wide label={say('team.merging')} work={work} onStop={stopMerge} />
    )
  return result === 'none' ? <Looking /> : <Done />
}

function Looking() {
  const { files, work, problem, labelsConfirmed } = useMerge()
  const labels = foreignLabels(files)
  const ready = work === null && files.some(isTaken) && (labels.length === 0 || labelsConfirmed)
  return (
    <Dialog
      title={say('team.merge')}
      wide
      foot={
        <>
          <Button autoFocus={files.length === 0} onPress={() => void chooseForMerge()}>
            {say('team.add-files')}
          </Button>
          <Button kind="primary" disabled={!ready} onPress={() => void mergeAll()}>
            {say('team.merge-count', { count: files.filter(isTaken).length })}
          </Button>
        </>
      }
    >
      {problem && <p className="problem">{problem}</p>}
      {work && (
        <WorkLine
          label={say(work.step === 'sending' ? 'team.sending' : 'team.looking')}
          work={work}
          onStop={stopMerge}
        />
      )}
      {files.length === 0 && (
        <Message title={say('team.nothing-chosen')}>{say('team.nothing-chosen-hint')}</Message>
      )}
      {labels.length > 0 && <LabelMapping labels={labels} />}
      <Files />
    </Dialog>
  )
}

function Done() {
  const { files, result } = useMerge()
  return (
    <Dialog
      title={say('team.merged')}
      wide
      foot={
        <>
          <Button onPress={() => saveMergeReport(files, 'csv')}>{say('team.save-csv')}</Button>
          <Button onPress={() => saveMergeReport(files, 'json')}>{say('team.save-json')}</Button>
          {result === 'merged' && <Button onPress={undoMerge}>{say('team.undo-merge')}</Button>}
          <Button kind="primary" autoFocus onPress={closeDialog}>
            {say('team.done')}
          </Button>
        </>
      }
    >
      <p>
        {say(result === 'merged' ? 'team.merged-files' : 'team.merged-nothing', {
          count: files.filter(isTaken).length,
        })}
      </p>
      <Files />
    </Dialog>
  )
}

/** The files, where there are several, and the one that is looked at. */
function Files() {
  const { files, shown } = useMerge()
  const file = files.find(one => one.id === shown) ?? files[0]
  if (!file) return null
  return (
    <div className="merge-panes">
      <ul className="merge-files" aria-label={say('team.files')}>
        {files.map(one => (
          <FileLine key={one.id} file={one} shown={one.id === file.id} />
        ))}
      </ul>
      <MergedFileView key={file.id} file={file} />
    </div>
  )
}

function FileLine({ file, shown }: { readonly file: GivenFile; readonly shown: boolean }) {
  const { result } = useMerge()
  const { id, name, outcome } = file
  const isEncrypted = outcome?.ok === false && isClosed(outcome.failure)
  const state = outcome === null ? 'unknown' : outcome.ok ? 'whole' : isEncrypted ? 'closed' : 'refused'
  return (
    <li data-state={state}>
      <button
        type="button"
        className="merge-file"
        aria-current={shown ? 'true' : undefined}
        onClick={() => showFile(id)}
      >
        <span className="merge-file-name">{name}</span>
        {outcome && (
          <span className="merge-file-from">
            {outcome.ok
              ? outcome.value.header.by.name
              : say(isEncrypted ? 'team.file-encrypted' : 'team.refused')}
          </span>
        )}
      </button>
      {result === 'none' && (
        <Button kind="quiet" name={say('team.leave-out-file', { name })} onPress={() => leaveOutFile(id)}>
          ×
        </Button>
      )}
    </li>
  )
}
