/** Has a browser fetch a file that main has written; nothing where the file is at its place already. */
export function fetchOffered(file: { readonly download: string | null; readonly fileName: string }): void {
  if (file.download !== null) download(file.download, file.fileName)
}

function download(address: string, fileName: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
}

/** Milliseconds after which a browser has taken a file that the window made. */
const TAKEN = 10_000

/** Has a browser save a text that the window made. */
export function saveText(text: string, type: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  download(address, fileName)
  setTimeout(() => URL.revokeObjectURL(address), TAKEN)
}
