/** Exports on their way to the browser: written whole into a folder of this start, fetched once, removed. */
import { randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Place } from '#main/services/host'

export class Downloads {
  readonly #folder = mkdtempSync(join(tmpdir(), 'assay-'))
  readonly #waiting = new Map<string, { readonly path: string; readonly fileName: string }>()

  /** A place for one file, which can be fetched once it is whole. */
  place(fileName: string): Place {
    const key = randomBytes(16).toString('base64url')
    const path = join(this.#folder, key)
    return {
      path,
      fileName,
      offer: () => {
        this.#waiting.set(key, { path, fileName })
        return `/download/${key}`
      },
    }
  }

  /** Sends the file to the one who asks for it first. False where there is none. */
  async send(
    key: string,
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const file = this.#waiting.get(key)
    if (!file) return false
    this.#waiting.delete(key)
    response.writeHead(200, {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'Content-Length': statSync(file.path).size,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    })
    try {
      await pipeline(createReadStream(file.path), response)
    } finally {
      rmSync(file.path, { force: true })
    }
    return true
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
