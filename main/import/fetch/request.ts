import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Refusal } from '#app/failure'
import { type AddressPolicy, guardedLookup, notPublic } from './guarded-lookup.ts'

export interface Requesting {
  readonly signal: AbortSignal
  readonly allows: AddressPolicy
  readonly lookup?: LookupFunction | undefined
}

const HEADERS = {
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Mozilla/5.0 (compatible; Assay; desktop annotation tool)',
}

/** Asks a server for one page, without cookies and without following redirects; gives its answer as it begins. */
export function request(url: URL, { signal, allows, lookup }: Requesting): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A numeric host is not looked up; URL has made decimal, octal and short forms of it plain.
  if (isIP(host) !== 0 && !allows(host)) return Promise.reject(notPublic())
  const ask = url.protocol === 'https:' ? httpsRequest : httpRequest
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  ask(
    url,
    { signal, headers: HEADERS, agent: false, auth: undefined, lookup: guardedLookup(allows, lookup) },
    resolve,
  )
    .on('error', thrown => reject(refusalOf(thrown)))
    .end()
  return promise
}

/** What went wrong on the way, in a sentence. */
export function refusalOf(thrown: unknown): unknown {
  if (thrown instanceof Refusal) return thrown
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'ABORT_ERR') return thrown
  return new Refusal('unreadable', sentenceFor(code))
}

/** @param code of Node's or OpenSSL's error */
function sentenceFor(code: string): string {
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return 'There is no such site, or there is no connection to the Internet. Check the address, then try again.'
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return 'The site’s certificate is not valid, so the page was not fetched. Open it in your browser, save it, then import the file.'
  if (/^ECONN|^EPIPE|^EHOSTUNREACH|^ENETUNREACH|^ETIMEDOUT/.test(code))
    return 'The site does not answer. Try again later, or save the page in your browser and import the file.'
  return 'The page could not be fetched. Check the address and the connection, then try again.'
}
