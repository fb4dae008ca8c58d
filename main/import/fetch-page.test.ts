import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { isPublicAddress } from './fetch/public-address.ts'
import { fetchPage } from './fetch-page.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function site(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** For the servers of these tests, which stand at 127.0.0.1 and nowhere else. */
const allows = (address: string) => address === '127.0.0.1'

const to =
  (address: string): LookupFunction =>
  (_name, _options, callback) =>
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }])

test('a page is fetched, with its encoding and the ways that led to it', async () => {
  const base = await site((request, response) => {
    if (request.url === '/old') response.writeHead(301, { location: '/newer' }).end()
    else if (request.url === '/newer') response.writeHead(302, { location: '/page?a=1' }).end()
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=windows-1251', 'content-encoding': 'gzip' })
        .end(gzipSync('<p>Text</p>'))
  })
  const page = await fetchPage(`${base}/old#part`, { allows })
  expect(page).toMatchObject({
    url: `${base}/page?a=1`,
    redirects: [`${base}/old`, `${base}/newer`],
    fileName: 'page.html',
    charset: 'windows-1251',
  })
  expect(new TextDecoder().decode(page.bytes)).toBe('<p>Text</p>')
})

test('private, loopback, link-local and multicast addresses are not public, however they are written', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
    'localhost',
    '',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false])
  for (const address of ['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450::5'])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
})

test('an address of a private network is refused before anything is asked there', async () => {
  let asked = 0
  const base = await site((_request, response) => {
    asked++
    response.end('secret')
  })
  const port = new URL(base).port
  for (const host of [
    '127.0.0.1',
    'localhost',
    '2130706433',
    '0177.0.0.1',
    '0x7f.1',
    '127.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ])
    await expect(fetchPage(`http://${host}:${port}/`)).rejects.toThrow(/private network/)
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '169.254.169.254'])
    await expect(fetchPage(`http://news.example:${port}/`, { lookup: to(address) })).rejects.toThrow(
      /private network/,
    )
  expect(asked).toBe(0)
})

test('a redirect into a private network is refused', async () => {
  const base = await site((_request, response) =>
    response.writeHead(302, { location: 'http://192.168.0.1/admin' }).end(),
  )
  await expect(fetchPage(base, { allows })).rejects.toThrow(/private network/)
})

test('only the Web is fetched, also by way of a redirect', async () => {
  const base = await site((_request, response) =>
    response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  )
  for (const address of ['file:///etc/passwd', 'ftp://a.example', 'javascript:1', 'nonsense', base])
    await expect(fetchPage(address, { allows })).rejects.toThrow(/http:\/\/ or https:\/\//)
})

test('a page that leads on for ever is refused', async () => {
  const base = await site((request, response) =>
    response.writeHead(302, { location: `${request.url}x` }).end(),
  )
  await expect(fetchPage(base, { allows })).rejects.toThrow(/more than 5 times/)
})

test('a page that is too large is refused, also where its size shows only when unpacked', async () => {
  const base = await site((request, response) => {
    const bomb = gzipSync(Buffer.alloc(5_000_000))
    if (request.url === '/bomb')
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb)
    else if (request.url === '/told')
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': 5_000_000 }).end('x')
    else response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.alloc(5_000_000))
  })
  for (const path of ['/bomb', '/told', '/'])
    await expect(fetchPage(base + path, { allows, maxBytes: 1_048_576 })).rejects.toThrow(
      'The page is larger than 1 MB.',
    )
})

test('a server that does not answer is given up, and the analyst can stop it sooner', async () => {
  const base = await site(() => undefined)
  await expect(fetchPage(base, { allows, timeoutMs: 100 })).rejects.toThrow(/within 1 seconds/)
  await expect(fetchPage(base, { allows, signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    code: 'cancelled',
  })
})

test('pictures, errors and pages behind a door are refused with what to do', async () => {
  const base = await site((request, response) => {
    if (request.url === '/picture') response.writeHead(200, { 'content-type': 'image/png' }).end('x')
    else response.writeHead(Number(request.url?.slice(1))).end()
  })
  for (const [path, words] of [
    ['/picture', /no text at this address, but image\/png/],
    ['/403', /does not give the page/],
    ['/404', /no page at this address/],
    ['/503', /error \(503\)/],
  ] as const)
    await expect(fetchPage(base + path, { allows })).rejects.toThrow(words)
})

test('a name that does not exist and a port where nobody listens are said in words', async () => {
  const nowhere: LookupFunction = (_name, _options, callback) =>
    callback(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), '')
  await expect(fetchPage('http://no.example', { lookup: nowhere })).rejects.toThrow(/no such site/)
  await expect(fetchPage('http://127.0.0.1:9/', { allows })).rejects.toThrow(/does not answer/)
})
