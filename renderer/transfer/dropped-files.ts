import { isExchangeFile } from '#app/exchange/file-name'
import { isReadable } from './choose-files.ts'

/** The files that were dropped: each file itself, and of a folder all readable files in it, in the order of their names. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map(one => one.webkitGetAsEntry())
  const plain = [...transfer.files]
  // A drop that no person made (a test's, a script's) has files and no entries.
  if (!entries.some(entry => entry?.isDirectory)) return plain
  const found = await Promise.all(entries.map(entry => (entry ? filesOf(entry, true) : [])))
  return found.flat()
}

async function filesOf(entry: FileSystemEntry, named: boolean): Promise<File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return named || isReadable(file) || isExchangeFile(file.name) ? [file] : []
  }
  if (!isFolder(entry)) return []
  const inside = (await entriesIn(entry)).sort((a, b) => (a.name < b.name ? -1 : 1))
  return (await Promise.all(inside.map(one => filesOf(one, false)))).flat()
}

/** A reader gives the entries of a folder in portions. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return all
    all.push(...portion)
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
