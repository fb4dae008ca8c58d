import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Application } from '#main/services/application'
import { sampleProject } from '#main/services/sample'
import { answering } from '#main/services/services'
import { temporaryFolder } from '#main/test/projects'
import { answerCalls } from './calls.ts'
import { CALL } from './channels.ts'
import { electronHost } from './host.ts'
import { type Frame, ipcMain } from './test/electron-double.ts'

const OUR_PAGE: Frame = { url: 'assay://app/index.html', parent: null }

/** The application, and how a frame calls it. */
function calling() {
  const application = new Application(electronHost, temporaryFolder())
  onTestFinished(() => application.close())
  answerCalls(answering(application))
  const call = (senderFrame: Frame | null, name: unknown, input: unknown) =>
    ipcMain.handlers.get(CALL)?.({ senderFrame }, name, input)
  return { application, call }
}

const refused = { ok: false, failure: { code: 'invalid-input' } }

test('a call of our own page is answered', async () => {
  const { call } = calling()
  expect(await call(OUR_PAGE, 'session.state', {})).toMatchObject({
    ok: true,
    value: { host: 'electron' },
  })
})

test.each([
  ['another origin', { url: 'https://example.org/index.html', parent: null }],
  ['another host of our protocol', { url: 'assay://other/index.html', parent: null }],
  ['a host that begins like ours', { url: 'assay://app.example.org/index.html', parent: null }],
  ['a file', { url: 'file:///index.html', parent: null }],
  ['a frame within our page', { url: OUR_PAGE.url, parent: OUR_PAGE }],
  ['a frame that is gone', null],
])('a call from %s is refused, as data', async (_, frame) => {
  const { call } = calling()
  expect(await call(frame, 'session.state', {})).toMatchObject(refused)
})

test.each(['session.erase', 'constructor', '__proto__', '', 7, null, { toString: () => 'session.state' }])(
  'a call that the contract does not have is refused, as data: %s',
  async name => {
    const { call } = calling()
    expect(await call(OUR_PAGE, name, {})).toMatchObject(refused)
  },
)

test.each([
  ['article.open', { article: 7 }],
  ['article.open', null],
  ['session.state', { more: true }],
  ['layer.tag', { article: 'x', label: 'fact', ranges: [] }],
])('input that %s does not take is refused, as data', async (name, input) => {
  const { call } = calling()
  expect(await call(OUR_PAGE, name, input)).toMatchObject(refused)
})

test('a project that cannot be opened is told as data, and the open one stays', async () => {
  const { application, call } = calling()
  await application.open(await sampleProject(application.folder, application.annotator))
  const path = join(temporaryFolder(), 'Nowhere.assay')
  expect(await call(OUR_PAGE, 'project.open', { path })).toMatchObject({
    ok: false,
    failure: { code: 'not-found' },
  })
  expect(await call(OUR_PAGE, 'session.state', {})).toMatchObject({
    value: { project: { fileName: 'Sample.assay' } },
  })
})
