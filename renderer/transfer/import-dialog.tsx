import './import-dialog.css'
import { useEffect, useState } from 'react'
import { say } from '../messages/messages.ts'
import { closeDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { revert } from '../shell/steps.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { WorkDialog } from '../ui/work.tsx'
import { chooseFiles } from './choose-files.ts'
import { saveReport } from './import-report.ts'
import { ImportResults } from './import-results.tsx'
import {
  cancelImport,
  expectText,
  fetchAddresses,
  leaveOut,
  look,
  runImport,
  useImport,
} from './import-store.ts'
import { SourceView } from './source-view.tsx'

/** Files on their way in: chosen and looked at, being imported, and what became of each. */
export function ImportDialog() {
  const phase = useImport(state => state.phase)
  switch (phase) {
    case 'choosing':
      return <Choosing />
    case 'running':
      return <Running />
    case 'done':
      return <Done />
  }
}

function Choosing() {
  const { files, shown, problem, fetching } = useImport()
  useEffect(expectText, [])
  const file = files.find(one => one.number === shown)
  return (
    <Dialog
      title={say('transfer.import')}
      wide
      busy={fetching}
      foot={
        <>
          <Button onPress={() => void chooseFiles()}>{say('transfer.add-files')}</Button>
          <Button onPress={() => void chooseFiles('folder')}>{say('transfer.add-folder')}</Button>
          <Button kind="primary" disabled={files.length === 0 || fetching} onPress={() => void runImport()}>
            {say('transfer.import-count', { count: files.length })}
          </Button>
        </>
      }
    >
      <Addresses />
      {problem && <p className="problem">{problem}</p>}
      {files.length === 0 && (
        <Message title={say('transfer.nothing-chosen')}>{say('transfer.nothing-chosen-hint')}</Message>
      )}
      {file && (
        <div className={files.length > 1 ? 'import-panes' : undefined}>
          {files.length > 1 && (
            <ul className="import-files" aria-label={say('transfer.files-to-import')}>
              {files.map(({ number, name }) => (
                <li key={number}>
                  <button
                    type="button"
                    className="import-file"
                    aria-current={number === shown ? 'true' : undefined}
                    onClick={() => void look(number)}
                  >
                    {name}
                  </button>
                  <Button
                    kind="quiet"
                    name={say('transfer.leave-out-file', { name })}
                    onPress={() => leaveOut(number)}
                  >
                    ×
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <SourceView key={file.number} file={file} />
        </div>
      )}
    </Dialog>
  )
}

/** Web pages, one address a line: fetched when the person says so, and only then. */
function Addresses() {
  const [addresses, setAddresses] = useState('')
  const fetching = useImport(state => state.fetching)
  const offline = useSession(state => state.session?.offline ?? false)
  if (offline) return null
  const get = () => void fetchAddresses(addresses).then(() => setAddresses(''))
  return (
    <div className="import-addresses">
      <Field
        label={say('transfer.addresses')}
        value={addresses}
        onChange={setAddresses}
        lines={1}
        placeholder={say('transfer.addresses-hint')}
      />
      <Button disabled={addresses.trim() === '' || fetching} onPress={get}>
        {say(fetching ? 'transfer.fetching' : 'transfer.fetch')}
      </Button>
    </div>
  )
}

function Running() {
  const { files, cancelled } = useImport()
  const done = files.filter(file => file.result).length
  return (
    <WorkDialog
      title={say('transfer.importing')}
      wide
      label={say('transfer.files-of', { done, total: files.length })}
      work={{ done, total: files.length }}
      onStop={cancelImport}
      stopped={cancelled}
    >
      <ImportResults files={files} />
    </WorkDialog>
  )
}

function Done() {
  const { files, cancelled } = useImport()
  const done = files.filter(file => file.result)
  const articles = done.flatMap(({ result }) => (result && 'articles' in result ? result.articles : []))
  const added = articles.filter(article => article.added).length
  const annotations = articles.reduce((sum, article) => sum + article.annotations, 0)
  const refused = done.filter(({ result }) => result && 'failed' in result).length
  const undo = () => {
    closeDialog()
    void revert('undo')
  }
  const sums = [
    say('transfer.articles-added', { count: added }),
    ...(annotations > 0 ? [say('transfer.annotations-added', { count: annotations })] : []),
    ...(refused > 0 ? [say('transfer.files-refused', { count: refused })] : []),
    ...(cancelled ? [say('transfer.stopped', { done: done.length, total: files.length })] : []),
  ]
  return (
    <Dialog
      title={say('transfer.imported')}
      wide
      foot={
        <>
          <Button onPress={() => saveReport(files)}>{say('transfer.save-report')}</Button>
          {added + annotations > 0 && <Button onPress={undo}>{say('transfer.undo-import')}</Button>}
          <Button kind="primary" onPress={closeDialog}>
            {say('transfer.done')}
          </Button>
        </>
      }
    >
      <p>{sums.join(', ')}.</p>
      <ImportResults files={files} />
    </Dialog>
  )
}
