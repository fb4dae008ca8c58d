import { importFiles } from './import-store.ts'

/** Asks for files with the dialog of the system, and imports them. */
export async function chooseFiles(): Promise<void> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  await new Promise<void>(resolve => {
    input.addEventListener('change', () => resolve())
    input.addEventListener('cancel', () => resolve())
    input.click()
  })
  await importFiles([...(input.files ?? [])])
}
