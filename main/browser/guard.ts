/**
 * Who may talk to the browser host: a page that it served itself, in a browser that was opened with the secret
 * of this start. Host names are checked against DNS rebinding, origins against hostile pages in the same browser.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Wrong tokens taken in a minute before all are refused for the rest of it. */
const WRONG_TOKENS = 20

export interface Guard {
  readonly token: string
  /** Why a request is refused, as an HTTP status; undefined where it is not. */
  refusal(request: IncomingMessage): 400 | 403 | 429 | undefined
  /** True where the request's address bears the token. */
  bearsToken(url: URL): boolean
  /** The cookie that stands for the token from then on. */
  cookie(): string
}

/** @param now milliseconds since 1970 */
export function guardFor(port: () => number, now: () => number = Date.now): Guard {
  const token = randomBytes(32).toString('base64url')
  const cookieName = () => `assay-${port()}`
  // Apart: a hostile page can ask for addresses, and so guess; but it sets no cookie, and must lock nobody out who has one.
  const addresses = limiter(token, now)
  const cookies = limiter(token, now)

  return {
    token,
    refusal(request) {
      const own = [`127.0.0.1:${port()}`, `localhost:${port()}`]
      const { host, origin } = request.headers
      if (!host || !own.includes(host) || !hasAddress(request)) return 400
      if (origin !== undefined && origin !== `http://${host}`) return 403
      if (request.method !== 'GET' && origin === undefined) return 403
      const site = request.headers['sec-fetch-site']
      if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isEntry(request)) return 403
      if (isEntry(request) && addresses.isToken(addressOf(request).searchParams.get('token')))
        return undefined
      if (cookies.isToken(cookieOf(request, cookieName()))) return undefined
      return addresses.isExhausted() || cookies.isExhausted() ? 429 : 403
    },
    bearsToken: url => url.searchParams.has('token'),
    cookie: () => `${cookieName()}=${token}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

/**
 * Knows the token from others, until too many others were given in a minute. One that is given again is no other guess: a
 * window that another start of Assay left open asks with its own.
 */
function limiter(token: string, now: () => number) {
  const expected = Buffer.from(token)
  const wrong = new Set<string>()
  let since = now()
  return {
    isToken(given: string | null | undefined): boolean {
      if (given === null || given === undefined) return false
      if (now() - since > 60_000) {
        wrong.clear()
        since = now()
      }
      const bytes = Buffer.from(given)
      const right = bytes.length === expected.length && timingSafeEqual(bytes, expected)
      if (!right && wrong.size <= WRONG_TOKENS) wrong.add(given)
      return right && wrong.size <= WRONG_TOKENS
    },
    isExhausted: () => wrong.size > WRONG_TOKENS,
  }
}

/** Whether what is asked for can be read as an address. */
const hasAddress = ({ url = '/' }: IncomingMessage): boolean => URL.canParse(url, 'http://127.0.0.1')

export const addressOf = (request: IncomingMessage): URL => new URL(request.url ?? '/', 'http://127.0.0.1')

/** The address that a person opens: it may come from anywhere, a link in a terminal say, if it bears the token. */
function isEntry(request: IncomingMessage): boolean {
  const url = addressOf(request)
  return request.method === 'GET' && url.pathname === '/' && url.searchParams.has('token')
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim())
  return pairs.find(pair => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
