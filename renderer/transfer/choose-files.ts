import { COMPANION_ENDINGS } from '#app/formats/together'
import { SOURCE_ENDINGS } from '#app/model/source-endings'
import { chooseForImport } from './import-store.ts'

/** Asks for files, or for a folder with all that is in it, with the dialog of the system, and puts them on the list. */
export async function chooseFiles(what: 'files' | 'folder' = 'files'): Promise<void> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.webkitdirectory = what === 'folder'
  await new Promise<void>(resolve => {
    input.addEventListener('change', () => resolve())
    input.addEventListener('cancel', () => resolve())
    input.click()
  })
  const files = [...(input.files ?? [])]
  chooseForImport(what === 'folder' ? files.filter(isReadable) : files)
}

/** True for a file that somebody put into a folder to be read; not for hidden ones and what systems leave there. */
export function isReadable({ name }: { readonly name: string }): boolean {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return !name.startsWith('.') && [...SOURCE_ENDINGS, ...COMPANION_ENDINGS].includes(ending)
}
