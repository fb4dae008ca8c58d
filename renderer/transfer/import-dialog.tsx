import './import-dialog.css'
import { closeDialog } from '../shell/dialog-store.ts'
import { revert } from '../shell/steps.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { cancelImport, type FileResult, useImport } from './import-store.ts'

/** What becomes of each file that is imported. */
export function ImportDialog() {
  const { total, results, running, cancelled } = useImport()
  const added = results.flatMap(result => result.articles).filter(article => article.added).length
  const refused = results.filter(result => result.refused !== null).length
  const undo = () => {
    closeDialog()
    void revert('undo')
  }
  return (
    <Dialog
      title={running ? 'Importing' : 'Imported'}
      wide
      busy={running}
      foot={
        running ? (
          <Button disabled={cancelled} onPress={cancelImport}>
            Cancel
          </Button>
        ) : (
          <>
            {added > 0 && <Button onPress={undo}>Undo import</Button>}
            <Button kind="primary" onPress={closeDialog}>
              Done
            </Button>
          </>
        )
      }
    >
      {running ? (
        <Progress label={`${results.length} of ${total} files`} done={results.length} total={total} />
      ) : (
        <p>
          {[
            `${added} ${added === 1 ? 'article' : 'articles'} added`,
            ...(refused > 0 ? [`${refused} ${refused === 1 ? 'file' : 'files'} refused`] : []),
            ...(cancelled ? [`stopped after ${results.length} of ${total} files`] : []),
          ].join(', ')}
          .
        </p>
      )}
      <ul className="import-results" aria-label="Files">
        {results.map(result => (
          <li key={result.number} data-outcome={outcomeOf(result)}>
            <span className="import-file">{result.name}</span>
            <span className="import-outcome">{describe(result)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function outcomeOf({ articles, refused }: FileResult): 'added' | 'known' | 'refused' {
  if (refused !== null) return 'refused'
  return articles.some(article => article.added) ? 'added' : 'known'
}

function describe({ articles, refused }: FileResult): string {
  if (refused !== null) return refused
  const added = articles.filter(article => article.added)
  const [first] = added
  if (!first) return 'Already in the project; nothing was added.'
  if (added.length > 1) return `${added.length} articles`
  return `${first.sentences} ${first.sentences === 1 ? 'sentence' : 'sentences'}`
}
