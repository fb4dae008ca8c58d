/** The built renderer, as both hosts serve it: every file by its exact path, so that no other file can be asked for. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { Refusal } from '#app/failure'

export interface Page {
  readonly type: string
  readonly bytes: Buffer
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** Of this start: the few style rules that React Aria sets bear it. No script may. */
const NONCE = randomBytes(16).toString('base64')
/** Stands for it in the built page. */
const NONCE_PLACE = 'NONCE-OF-THIS-START'

/** What a page of ours may load and do: its own files, nothing inline, nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${NONCE}'`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** The folder of the built renderer, seen from the sources and from the bundle. */
export function rendererFolder(): string {
  const fromSources = join(import.meta.dirname, '..', '..', 'out', 'renderer')
  return import.meta.filename.endsWith('.ts') ? fromSources : join(import.meta.dirname, '..', 'renderer')
}

/** Reads all pages into memory, by path (`/index.html`, `/assets/…`). */
export function readPages(folder: string): ReadonlyMap<string, Page> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Refusal('not-found', 'The window is not built yet. Run `npm run build` first.')
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return new Map(
    files.map(entry => {
      const path = join(entry.parentPath, entry.name)
      const page = {
        type: TYPES[extname(entry.name)] ?? 'application/octet-stream',
        bytes: withNonce(readFileSync(path), entry.name),
      }
      return [`/${relative(folder, path).split(sep).join('/')}`, page]
    }),
  )
}

const withNonce = (bytes: Buffer, name: string): Buffer =>
  name.endsWith('.html') ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACE, NONCE)) : bytes
