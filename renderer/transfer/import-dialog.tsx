import './import-dialog.css'
import { useState } from 'react'
import { closeDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { revert } from '../shell/steps.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Message } from '../ui/message.tsx'
import { Progress } from '../ui/progress.tsx'
import { chooseFiles } from './choose-files.ts'
import { saveReport } from './import-report.ts'
import { ImportResults } from './import-results.tsx'
import { cancelImport, fetchAddresses, leaveOut, look, runImport, useImport } from './import-store.ts'
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
  const file = files.find(one => one.number === shown)
  return (
    <Dialog
      title="Import"
      wide
      busy={fetching}
      foot={
        <>
          <Button onPress={() => void chooseFiles()}>Add files</Button>
          <Button onPress={() => void chooseFiles('folder')}>Add a folder</Button>
          <Button kind="primary" disabled={files.length === 0 || fetching} onPress={() => void runImport()}>
            {files.length === 1 ? 'Import file' : `Import ${files.length} files`}
          </Button>
        </>
      }
    >
      <Addresses />
      {problem && <p className="problem">{problem}</p>}
      {files.length === 0 && (
        <Message title="Nothing chosen yet.">
          Add files or a folder, drop them on this window, or fetch web pages. You see everything before it
          comes in.
        </Message>
      )}
      {file && (
        <div className={files.length > 1 ? 'import-panes' : undefined}>
          {files.length > 1 && (
            <ul className="import-files" aria-label="Files to import">
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
                  <Button kind="quiet" name={`Leave out ${name}`} onPress={() => leaveOut(number)}>
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
        label="Web addresses"
        value={addresses}
        onChange={setAddresses}
        lines={1}
        placeholder="https://… one a line"
      />
      <Button disabled={addresses.trim() === '' || fetching} onPress={get}>
        {fetching ? 'Fetching …' : 'Fetch'}
      </Button>
    </div>
  )
}

function Running() {
  const { files, cancelled } = useImport()
  const done = files.filter(file => file.result).length
  return (
    <Dialog
      title="Importing"
      wide
      busy
      foot={
        <Button disabled={cancelled} onPress={cancelImport}>
          Cancel
        </Button>
      }
    >
      <Progress label={`${done} of ${files.length} files`} done={done} total={files.length} />
      <ImportResults files={files} />
    </Dialog>
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
    `${added} ${added === 1 ? 'article' : 'articles'} added`,
    ...(annotations > 0 ? [`${annotations} ${annotations === 1 ? 'annotation' : 'annotations'} added`] : []),
    ...(refused > 0 ? [`${refused} ${refused === 1 ? 'file' : 'files'} refused`] : []),
    ...(cancelled ? [`stopped after ${done.length} of ${files.length} files`] : []),
  ]
  return (
    <Dialog
      title="Imported"
      wide
      foot={
        <>
          <Button onPress={() => saveReport(files)}>Save report</Button>
          {added + annotations > 0 && <Button onPress={undo}>Undo import</Button>}
          <Button kind="primary" onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p>{sums.join(', ')}.</p>
      <ImportResults files={files} />
    </Dialog>
  )
}
