import { globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { type ImportedArticle, LARGEST_FILE } from '#app/contract'
import { type Failure, Refusal, toFailure } from '#app/failure'
import { GroupId } from '#app/model/ids'
import { importFile } from '#main/import/import-file'
import { sources } from '#main/import/source'
import { reportFault } from '#main/services/outcome'
import { diskRefusal } from '#main/store/disk'
import type { Store } from '#main/store/store'
import { type Command, optionOf, word } from '../command.ts'
import { annotatorFor, withProject } from '../project.ts'

/** What became of one file. */
type Result =
  | { readonly file: string; readonly articles: readonly ImportedArticle[] }
  | { readonly file: string; readonly failure: Failure }

export const importCommand: Command = {
  name: 'import',
  usage: 'P.assay PATH… [--annotator NAME]',
  summary: 'imports files, folders, globs; - reads a text from standard input',
  words: [2, Number.POSITIVE_INFINITY],
  options: { annotator: { type: 'string' } },
  run: call =>
    withProject(word(call, 0), async store => {
      const { id: by, name } = annotatorFor(store, optionOf(call, 'annotator'))
      store.introduce(by, name)
      const group = GroupId.parse(uuidv7())
      const results: Result[] = []
      for (const file of call.words.slice(1).flatMap(filesAt)) {
        const result = await importOne(store, file, { by, group })
        results.push(result)
        call.output.line(describe(result))
      }
      call.output.value(results)
      return results.every(result => 'articles' in result)
    }),
}

async function importOne(store: Store, file: string, by: Parameters<typeof importFile>[3]): Promise<Result> {
  try {
    const name = file === '-' ? 'standard input' : basename(file)
    return { file, articles: await importFile(store, read(file), name, by) }
  } catch (error) {
    return { file, failure: toFailure(diskRefusal(error, file) ?? error, reportFault) }
  }
}

function read(file: string): Uint8Array {
  if (file === '-') return readFileSync(0)
  if (statSync(file).size > LARGEST_FILE) {
    throw new Refusal('too-large', 'The file is larger than 64 MB. Split it, then import the parts.')
  }
  return readFileSync(file)
}

/** The files that a word names: a file, all known ones below a folder, those of a glob, or standard input. */
function filesAt(path: string): string[] {
  if (path === '-') return [path]
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat?.isDirectory()) return filesBelow(path)
  if (stat) return [path]
  const found = globSync(path).sort()
  return found.length > 0 ? found.flatMap(filesAt) : [path]
}

function filesBelow(folder: string): string[] {
  const known = new Set(sources.flatMap(source => source.extensions))
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && known.has(extname(entry.name).slice(1).toLowerCase()))
    .map(entry => join(entry.parentPath, entry.name))
    .sort()
}

function describe(result: Result): string {
  if ('failure' in result) return `✗ ${result.file}: ${result.failure.message}`
  return result.articles
    .map(one =>
      one.added
        ? `✓ ${result.file}: “${one.title}”, ${one.sentences} sentences`
        : `= ${result.file}: already in the project as “${one.title}”`,
    )
    .join('\n')
}
