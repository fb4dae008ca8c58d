/**
 * The browser host: the same services as in Electron, on the loopback of this computer, for a browser window.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { type AnyEvent, type CallName, isCallName, type Reply } from '#app/contract'
import { toFailure } from '#app/failure'
import { Application } from '#main/services/application'
import { fileNameOf } from '#main/services/export'
import { freePath } from '#main/services/free-path'
import type { Host } from '#main/services/host'
import { reportFault } from '#main/services/outcome'
import { type Page, readPages, rendererFolder, SECURITY_HEADERS } from '#main/services/pages'
import { type Answer, answering } from '#main/services/services'
import { inputOf } from './body.ts'
import { Downloads } from './downloads.ts'
import { addressOf, type Guard, guardFor } from './guard.ts'

export interface BrowserHost {
  readonly application: Application
  /** The address to open, with the secret of this start in it. */
  readonly url: string
  close(): Promise<void>
}

/** Something that answers a request in the place of the built pages; false where it does not know the path. */
export type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/**
 * Starts the host.
 *
 * @param options.port 0 for any that is free
 * @param options.middleware serves the renderer in place of the built pages (development)
 */
export async function startBrowserHost(options: {
  readonly folder: string
  readonly port?: number
  readonly middleware?: Middleware
}): Promise<BrowserHost> {
  const downloads = new Downloads()
  const application = new Application(browserHost(options.folder, downloads), options.folder)
  const answer = answering(application)
  const pages = options.middleware ? new Map<string, Page>() : readPages(rendererFolder())
  let port = 0
  const guard = guardFor(() => port)
  const server = createServer((request, response) => {
    respond(request, response, {
      guard,
      pages,
      answer,
      application,
      downloads,
      middleware: options.middleware,
    }).catch(fault => {
      reportFault(fault)
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    application,
    url: `http://127.0.0.1:${port}/?token=${guard.token}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await application.close()
      downloads.close()
    },
  }
}

interface House {
  readonly guard: Guard
  readonly pages: ReadonlyMap<string, Page>
  readonly answer: Answer
  readonly application: Application
  readonly downloads: Downloads
  readonly middleware: Middleware | undefined
}

async function respond(request: IncomingMessage, response: ServerResponse, house: House): Promise<void> {
  const refused = house.guard.refusal(request)
  if (refused) return refuse(response, refused)
  const url = addressOf(request)
  const [, room, name = ''] = url.pathname.split('/')
  if (request.method === 'POST' && room === 'call') return answerCall(request, response, name, house.answer)
  if (request.method === 'POST' && room === 'calls') return answerInOrder(request, response, house.answer)
  if (request.method !== 'GET') return refuse(response, 405)
  if (room === 'events') return streamEvents(request, response, house.application)
  if (room === 'download' && (await house.downloads.send(name, response, SECURITY_HEADERS))) return
  if (house.middleware) {
    if (house.guard.bearsToken(url)) response.setHeader('Set-Cookie', house.guard.cookie())
    if (await house.middleware(request, response)) return
  }
  const page = house.pages.get(url.pathname === '/' ? '/index.html' : url.pathname)
  if (!page) return refuse(response, 404)
  const cookie = house.guard.bearsToken(url) ? { 'Set-Cookie': house.guard.cookie() } : {}
  const caching = url.pathname.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store'
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    ...cookie,
    'Content-Type': page.type,
    'Cache-Control': caching,
  })
  response.end(page.bytes)
}

async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  answer: Answer,
): Promise<void> {
  if (!isCallName(name)) return refuse(response, 404)
  const { 'assay-work': work } = request.headers
  const done = inputOf(request).then(input => answer(name, input, work === undefined ? work : String(work)))
  reply(response, await done.catch(failed))
}

const LeftCalls = z.array(
  z.strictObject({ name: z.custom<CallName>(isCallName), input: z.unknown(), work: z.string().optional() }),
)

/** What a window leaves behind when it goes: one call after the other, and nobody hears what they come to. */
async function answerInOrder(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { data } = LeftCalls.safeParse(await inputOf(request).catch(() => undefined))
  if (!data) return refuse(response, 404)
  const replies: unknown[] = []
  for (const { name, input, work } of data) replies.push(await answer(name, input, work))
  reply(response, replies)
}

const failed = (error: unknown): Reply<never> => ({ ok: false, failure: toFailure(error, reportFault) })

function reply(response: ServerResponse, outcome: unknown): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  })
  response.end(JSON.stringify(outcome))
}

/** Server-sent events: each event of the contract as a line of JSON. */
function streamEvents(request: IncomingMessage, response: ServerResponse, application: Application): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
  })
  response.write(': hello\n\n')
  const stop = application.listen((event: AnyEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  request.once('close', stop)
}

const REFUSALS: Record<number, string> = {
  400: 'Assay answers on 127.0.0.1 only.',
  403: 'This is not the address that Assay printed. Open that one, with its token.',
  404: 'There is nothing here.',
  405: 'Assay takes GET and POST.',
  429: 'Too many wrong tokens. Wait a minute.',
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/plain; charset=utf-8',
    Connection: 'close',
  })
  response.end(`${REFUSALS[status]}\n`)
}

/** A browser has no dialogs of the system: new projects go into the data folder, exports are downloads. */
function browserHost(folder: string, downloads: Downloads): Host {
  return {
    kind: 'browser',
    chooseProject: async () => null,
    chooseFolder: async () => null,
    placeForProject: async name => freePath(join(folder, 'projects'), fileNameOf(name)),
    placeForExport: async fileName => downloads.place(fileName),
  }
}
