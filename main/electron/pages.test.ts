import type { Session } from 'electron'
import { afterEach, expect, test, vi } from 'vitest'
import { announceProtocol, isOwnPage, servePages } from './pages.ts'
import { app, protocol, session } from './test/electron-double.ts'

// The double has of a session what is asked of it here.
servePages(session.defaultSession as unknown as Session)

afterEach(() => {
  vi.unstubAllEnvs()
  app.isPackaged = false
})

async function page(url: string): Promise<Response> {
  if (!session.defaultSession.pages) throw new Error('nobody serves pages')
  return session.defaultSession.pages({ url })
}

test('the protocol is a secure origin of its own, and may not reach around the rules of one', () => {
  announceProtocol()
  expect(protocol.schemes).toEqual([
    { scheme: 'assay', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('the start page comes with the headers that bind it', async () => {
  const { status, headers } = await page('assay://app/index.html')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
  const policy = headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

test('the scripts and styles that the start page names are there, with their types', async () => {
  const html = await (await page('assay://app/index.html')).text()
  const names = [...html.matchAll(/(?:src|href)="\.(\/assets\/[^"]+)"/g)].map(match => match[1] ?? '')
  expect(names.length).toBeGreaterThanOrEqual(2)
  for (const name of names) {
    const { status, headers } = await page(`assay://app${name}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^(text\/(javascript|css); charset=utf-8|image\/svg\+xml)$/)
  }
})

test.each([
  'assay://app/../package.json',
  'assay://app/..%2f..%2fpackage.json',
  'assay://app/%2e%2e/%2e%2e/package.json',
  'assay://app/assets/../../main/index.js',
  'assay://app/..\\main\\index.js',
  'assay://app//etc/passwd',
  'assay://app/assets',
  'assay://app/',
  'assay://app/index.html/',
  'assay://other/index.html',
  'assay://app.example.org/index.html',
  'assay://app:80/index.html',
])('%s is not there, and says so under the same headers', async url => {
  const { status, headers } = await page(url)
  expect(status).toBe(404)
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a development server is one of ours only while Assay is developed', () => {
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173')
  expect(isOwnPage('http://localhost:5173/index.html')).toBe(true)
  expect(isOwnPage('http://localhost:51730/index.html')).toBe(false)
  app.isPackaged = true
  expect(isOwnPage('http://localhost:5173/index.html')).toBe(false)
})
