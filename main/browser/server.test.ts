import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { sampleProject } from '#main/services/sample'
import { temporaryFolder } from '#main/test/projects'
import { startBrowserHost } from './server.ts'

async function host() {
  const folder = temporaryFolder()
  const started = await startBrowserHost({
    folder,
    middleware: async (_, response) => Boolean(response.end('<page>')),
  })
  onTestFinished(() => started.close())
  await started.application.open(await sampleProject(folder, started.application.annotator))
  const url = new URL(started.url)
  return {
    port: Number(url.port),
    token: url.searchParams.get('token') ?? '',
    cookie: `assay-${url.port}=${url.searchParams.get('token')}`,
  }
}

interface Asked {
  readonly port: number
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

function ask({
  port,
  path,
  method = 'GET',
  headers = {},
  body,
}: Asked): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, response => {
      let text = ''
      response.on('data', piece => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const JSON_BODY = { 'Content-Type': 'application/json' }

test('the address with the token opens the page and leaves a strict cookie', async () => {
  const { port, token } = await host()
  const { status, headers } = await ask({ port, path: `/?token=${token}` })
  expect(status).toBe(200)
  expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
})

test('nothing is answered without the token', async () => {
  const { port } = await host()
  for (const path of ['/', '/?token=wrong', '/events', '/index.html', '/call/session.state']) {
    expect((await ask({ port, path })).status).toBe(403)
  }
  const origin = `http://127.0.0.1:${port}`
  expect(
    (
      await ask({
        port,
        path: '/call/session.state',
        method: 'POST',
        headers: { ...JSON_BODY, origin },
        body: '{}',
      })
    ).status,
  ).toBe(403)
})

test('a page of this origin is answered', async () => {
  const { port, cookie } = await host()
  const headers = { ...JSON_BODY, cookie, origin: `http://127.0.0.1:${port}` }
  const { status, text } = await ask({
    port,
    path: '/call/session.state',
    method: 'POST',
    headers,
    body: '{}',
  })
  expect(status).toBe(200)
  expect(JSON.parse(text)).toMatchObject({ ok: true, value: { project: { project: { name: 'Sample' } } } })
})

test.each([
  ['another origin', { origin: 'http://evil.example' }],
  ['no origin', {}],
  ['a null origin', { origin: 'null' }],
])('a call from %s is refused, cookie or not', async (_, headers) => {
  const { port, cookie } = await host()
  const sent = { ...JSON_BODY, cookie, ...headers } as Record<string, string>
  expect(
    (await ask({ port, path: '/call/history.undo', method: 'POST', headers: sent, body: '{}' })).status,
  ).toBe(403)
})

test('another host name is refused, as DNS rebinding would bring it', async () => {
  const { port, cookie, token } = await host()
  for (const name of [
    'evil.example',
    `evil.example:${port}`,
    '127.0.0.1',
    `127.0.0.1.evil.example:${port}`,
  ]) {
    expect((await ask({ port, path: `/?token=${token}`, headers: { host: name, cookie } })).status).toBe(400)
  }
})

test('a page of another site cannot embed or read ours', async () => {
  const { port, cookie } = await host()
  expect((await ask({ port, path: '/', headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(
    403,
  )
  const { headers } = await ask({ port, path: '/events/none', headers: { cookie: 'x' } })
  expect(headers['access-control-allow-origin']).toBeUndefined()
  expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'none'")
})

test('wrong tokens are not taken for ever', async () => {
  const { port, token } = await host()
  for (let guess = 0; guess < 25; guess++) await ask({ port, path: `/?token=guess-${guess}` })
  expect((await ask({ port, path: `/?token=${token}` })).status).toBe(429)
})

test('what is no call, no JSON or too deep is said as data, or refused', async () => {
  const { port, cookie } = await host()
  const headers = { ...JSON_BODY, cookie, origin: `http://127.0.0.1:${port}` }
  const post = (path: string, body: string | Buffer, more = {}) =>
    ask({ port, path, method: 'POST', headers: { ...headers, ...more }, body })
  expect((await post('/call/nonsense', '{}')).status).toBe(404)
  expect((await post('/call/__proto__', '{}')).status).toBe(404)
  expect(JSON.parse((await post('/call/session.state', '{broken')).text)).toMatchObject({
    ok: false,
    failure: { code: 'invalid-input' },
  })
  expect(
    JSON.parse((await post('/call/session.state', '{}', { 'Content-Type': 'text/plain' })).text),
  ).toMatchObject({ ok: false })
  const large = Buffer.alloc(71 * 1024 * 1024, 0x20)
  expect(JSON.parse((await post('/call/session.state', large)).text)).toMatchObject({
    ok: false,
    failure: { code: 'too-large' },
  })
  expect((await ask({ port, path: '/', method: 'PUT', headers })).status).toBe(405)
})

test('a file comes as a form with its bytes', async () => {
  const { port, cookie } = await host()
  const form = new FormData()
  form.set('bytes-0', new Blob(['One. Two.']))
  const group = '01900000-0000-7000-8000-000000000001'
  form.set(
    'input',
    JSON.stringify({ group, content: { kind: 'file', name: 'a.txt', bytes: { $bytes: 'bytes-0' } } }),
  )
  const encoded = new Response(form)
  const headers = {
    cookie,
    origin: `http://127.0.0.1:${port}`,
    'Content-Type': encoded.headers.get('content-type') ?? '',
  }
  const body = Buffer.from(await encoded.arrayBuffer())
  const { text } = await ask({ port, path: '/call/article.import', method: 'POST', headers, body })
  expect(JSON.parse(text)).toMatchObject({
    ok: true,
    value: { articles: [{ added: true, sentences: 2, title: 'One. Two.' }] },
  })
})

test('what a window leaves behind when it goes is done in its order, and only for what it takes to be open', async () => {
  const { port, cookie } = await host()
  const headers = { ...JSON_BODY, cookie, origin: `http://127.0.0.1:${port}` }
  const post = async (path: string, input: unknown, work?: string) => {
    const of: Record<string, string> = work === undefined ? {} : { 'Assay-Work': work }
    const { status, text } = await ask({
      ...{ port, path, method: 'POST', headers: { ...headers, ...of } },
      body: JSON.stringify(input),
    })
    return status === 200 ? JSON.parse(text) : status
  }
  const collection = crypto.randomUUID()
  const steps = ['First', 'Second', 'Third'].map((name, place) => ({
    name: place === 0 ? 'collection.create' : 'collection.rename',
    input: { collection, name },
  }))
  expect(await post('/calls', steps)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
  const { value } = await post('/call/collection.list', {})
  expect(value.collections).toMatchObject([{ id: collection, name: 'Third' }])
  const elsewhere = { ok: false, failure: { code: 'elsewhere' } }
  expect(await post('/calls', [{ ...steps[1], work: 'another' }])).toMatchObject([elsewhere])
  expect(await post('/call/collection.remove', { collection }, 'another')).toMatchObject(elsewhere)
  for (const bad of [{}, [{ name: 'nothing', input: {} }], [{ name: 'history.undo' }, 1]])
    expect(await post('/calls', bad)).toBe(404)
})

test('a download is fetched once', async () => {
  const { port, cookie } = await host()
  const headers = { ...JSON_BODY, cookie, origin: `http://127.0.0.1:${port}` }
  const body = JSON.stringify({ format: 'jsonl', raw: false, job: '01900000-0000-7000-8000-000000000001' })
  const { text } = await ask({ port, path: '/call/export.write', method: 'POST', headers, body })
  const { download } = JSON.parse(text).value
  const first = await ask({ port, path: download, headers: { cookie } })
  expect(first.text.trimEnd().split('\n')).toHaveLength(6)
  expect(String(first.headers['content-disposition'])).toContain("filename*=UTF-8''Sample.jsonl")
  expect((await ask({ port, path: download, headers: { cookie } })).text).toBe('<page>')
})
