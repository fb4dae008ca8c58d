import { FileId } from '#app/contract'
import type { Failure } from '#app/failure'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'

/** Bytes that are sent at a time. */
const PIECE = 4 * 1024 * 1024

/** What becomes of a file on its way to main. */
export type Sent = { readonly ok: true } | { readonly ok: false; readonly failure: Failure }

export const newFileId = (): FileId => FileId.parse(crypto.randomUUID())

/**
 * Sends a file to main, piece by piece: no path crosses the contract, in neither host.
 *
 * @param wanted asked before each piece; false stops it, and main drops what came
 * @param onSent is told how many bytes have come
 */
export async function sendFile(
  file: File,
  id: FileId,
  wanted: () => boolean,
  onSent: (bytes: number) => void,
): Promise<Sent> {
  for (let at = 0; at < file.size || at === 0; at += PIECE) {
    if (!wanted()) return dropped(id)
    const piece = await bytesOf(file.slice(at, at + PIECE))
    if (!piece) return { ok: false, failure: { code: 'not-found', message: say('transfer.gone') } }
    const outcome = await call('exchange.receive', { file: id, at, piece })
    if (!outcome.ok) return outcome
    onSent(outcome.value)
  }
  return wanted() ? { ok: true } : dropped(id)
}

async function dropped(id: FileId): Promise<Sent> {
  await call('exchange.drop', { files: [id] })
  return { ok: false, failure: { code: 'cancelled', message: say('team.not-wanted') } }
}

/** Undefined where the file was moved or changed since it was chosen. */
const bytesOf = (piece: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  piece.arrayBuffer().then(
    buffer => new Uint8Array(buffer),
    () => undefined,
  )

/** Asks for exchange files with the dialog of the system. */
export async function askForFiles(multiple: boolean): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = '.jsonl,.gz,.age'
  await new Promise<void>(resolve => {
    input.addEventListener('change', () => resolve())
    input.addEventListener('cancel', () => resolve())
    input.click()
  })
  return [...(input.files ?? [])]
}
