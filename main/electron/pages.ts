/** The window's pages come from `assay://app/`, a protocol of Assay's own, and from nowhere else. */
import { app, protocol, type Session } from 'electron'
import { readPages, rendererFolder, SECURITY_HEADERS } from '#main/services/pages'

export const ORIGIN = 'assay://app'
export const START_PAGE = `${ORIGIN}/index.html`

/** Before the application is ready. */
export function announceProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'assay', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built renderer: every file by its exact path. */
export function servePages(session: Session): void {
  const pages = readPages(rendererFolder())
  session.protocol.handle('assay', request => {
    const url = new URL(request.url)
    const page = url.host === 'app' ? pages.get(url.pathname) : undefined
    if (!page) return new Response('There is nothing here.\n', { status: 404, headers: SECURITY_HEADERS })
    return new Response(new Uint8Array(page.bytes), {
      headers: { ...SECURITY_HEADERS, 'Content-Type': page.type },
    })
  })
}

/** True where a page is one of ours. */
export function isOwnPage(address: string): boolean {
  const development = developmentServer()
  return (
    address.startsWith(`${ORIGIN}/`) || (development !== undefined && address.startsWith(`${development}/`))
  )
}

/** The server that electron-vite names while Assay is developed. The packed application hears of none. */
export function developmentServer(): string | undefined {
  return app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
}
