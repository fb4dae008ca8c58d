import type { IncomingMessage } from 'node:http'
import type { LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Refusal } from '#app/failure'
import type { AddressPolicy } from './fetch/guarded-lookup.ts'
import { endingOf, fileNameOf } from './fetch/page-name.ts'
import { isPublicAddress } from './fetch/public-address.ts'
import { refusalOf, request } from './fetch/request.ts'

export interface Fetching {
  readonly signal?: AbortSignal | undefined
  /** For the page and all redirects together. */
  readonly timeoutMs?: number | undefined
  /** Of the page, unpacked. */
  readonly maxBytes?: number | undefined
  /** Resolves names; the system's resolver by default. */
  readonly lookup?: LookupFunction | undefined
  /** Which addresses may be connected to; those of the public Internet by default. */
  readonly allows?: AddressPolicy | undefined
}

export interface FetchedPage {
  /** Where the page was in the end. */
  readonly url: string
  /** The addresses that led there, the one that was asked for first; empty where it led nowhere else. */
  readonly redirects: readonly string[]
  readonly bytes: Uint8Array
  /** A name with the ending of what it is, for `readSafely`. */
  readonly fileName: string
  /** The encoding that the server named; to be passed on as a read option. */
  readonly charset?: string
}

const MOST_REDIRECTS = 5

/**
 * Fetches a page that the analyst asked for. Only http and https, only the public Internet, at every redirect anew;
 * no cookies, and nothing that the page itself refers to. Throws a refusal with the reason.
 */
export async function fetchPage(address: string, fetching: Fetching = {}): Promise<FetchedPage> {
  const { timeoutMs = 30_000, maxBytes = 20 * 1024 * 1024, allows = isPublicAddress, lookup } = fetching
  const late = AbortSignal.timeout(timeoutMs)
  const signal = fetching.signal ? AbortSignal.any([fetching.signal, late]) : late
  try {
    const redirects: string[] = []
    let url = webAddress(address)
    for (;;) {
      const response = await request(url, { signal, allows, lookup })
      const next = redirected(response, url)
      if (!next) return { url: url.href, redirects, ...(await page(response, url, maxBytes, signal)) }
      response.destroy()
      redirects.push(url.href)
      if (redirects.length > MOST_REDIRECTS)
        throw new Refusal(
          'unreadable',
          `The address leads on more than ${MOST_REDIRECTS} times. Open it in your browser, then import the address that it shows.`,
        )
      url = next
    }
  } catch (thrown) {
    if (fetching.signal?.aborted) throw new Refusal('cancelled', 'The fetch was stopped.')
    if (late.aborted)
      throw new Refusal(
        'unreadable',
        `The site did not send the page within ${Math.ceil(timeoutMs / 1000)} seconds. Try again later, or save it in your browser and import the file.`,
      )
    throw refusalOf(thrown)
  }
}

/** Throws a refusal for what is no address of the Web. Names and passwords in it are not sent. */
function webAddress(address: string, base?: URL): URL {
  const url = URL.canParse(address.trim(), base?.href) ? new URL(address.trim(), base) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new Refusal('invalid-input', 'Only addresses that begin with http:// or https:// are fetched.')
  url.username = ''
  url.password = ''
  url.hash = ''
  return url
}

function redirected(response: IncomingMessage, url: URL): URL | undefined {
  const { statusCode = 0, headers } = response
  const moved = [301, 302, 303, 307, 308].includes(statusCode)
  return moved && headers.location ? webAddress(headers.location, url) : undefined
}

async function page(response: IncomingMessage, url: URL, maxBytes: number, signal: AbortSignal) {
  const { statusCode = 0, headers } = response
  const [type = '', ...parameters] = (headers['content-type'] ?? 'text/html')
    .split(';')
    .map(part => part.trim())
  const refuse = (sentence: string) => {
    response.destroy()
    return new Refusal('unreadable', sentence)
  }
  if (statusCode === 401 || statusCode === 403 || statusCode === 402)
    throw refuse(
      'The site does not give the page to Assay. Open it in your browser, save it, then import the file.',
    )
  if (statusCode === 404 || statusCode === 410)
    throw refuse('There is no page at this address. Check the address.')
  if (statusCode < 200 || statusCode > 299)
    throw refuse(
      `The site answered with an error (${statusCode}). Try again later, or save the page in your browser and import the file.`,
    )
  const ending = endingOf(type, url)
  if (!ending)
    throw refuse(
      `There is no text at this address, but ${type || 'something unknown'}. Choose the address of a page or a document.`,
    )
  if (Number(headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw tooLarge(maxBytes)
  }
  const bytes = await body(response, maxBytes, signal)
  const charset = parameters
    .map(one => /^charset="?([\w-]+)"?$/i.exec(one)?.[1])
    .find(name => name !== undefined)
  return { bytes, fileName: fileNameOf(url, ending), ...(charset ? { charset } : {}) }
}

/** The body, unpacked and counted while it comes. */
async function body(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const collect = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge(maxBytes)
      chunks.push(chunk)
    }
  }
  const packing = response.headers['content-encoding']?.toLowerCase()
  const unpack =
    packing === 'br'
      ? createBrotliDecompress()
      : packing === 'deflate'
        ? createInflate()
        : packing === 'gzip' || packing === 'x-gzip'
          ? createGunzip()
          : undefined
  await (unpack ? pipeline(response, unpack, collect, { signal }) : pipeline(response, collect, { signal }))
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

const tooLarge = (maxBytes: number) =>
  new Refusal(
    'too-large',
    `The page is larger than ${Math.floor(maxBytes / 1024 / 1024)} MB. Save what you need of it, then import the file.`,
  )
