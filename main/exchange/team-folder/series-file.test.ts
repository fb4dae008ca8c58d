import { describe, expect, test } from 'vitest'
import { ProjectId } from '#app/model/ids'
import { seriesFileOf, seriesName } from './series-file.ts'

const PROJECT = ProjectId.parse('01900000-0000-7000-8000-00005eedbabe')
const DEVICE = '0123456789ab'
const STEM = `assay-5eedbabe-${DEVICE}-000012`

test('a name says which device wrote a file, and which of its series it is', () => {
  const name = seriesName(PROJECT, DEVICE, 12)
  expect(name).toBe(`${STEM}.assay.jsonl.gz`)
  expect(seriesFileOf(name, PROJECT)).toEqual({ name, device: DEVICE, number: 12, conflict: false })
})

describe('a conflict copy is recognised:', () => {
  test.each([
    ['Dropbox', `${STEM}.assay.jsonl (Anna's conflicted copy 2026-11-25).gz`],
    ['Nextcloud', `${STEM}.assay.jsonl (conflicted copy 2026-11-25 101112).gz`],
    ['Dropbox in German', `${STEM}.assay.jsonl (In Konflikt stehende Kopie von Anna).gz`],
    ['Syncthing', `${STEM}.assay.jsonl.sync-conflict-20261125-101112-ABCDEFG.gz`],
    ['ownCloud', `${STEM}.assay.jsonl_conflict-20261125-101112.gz`],
    ['with a hyphen', `${STEM}.assay.jsonl-conflict-20261125.gz`],
    ['OneDrive', `${STEM}.assay.jsonl-LAPTOP-7.gz`],
    ['Google Drive', `${STEM}.assay.jsonl (1).gz`],
    ['before all endings', `${STEM} (1).assay.jsonl.gz`],
  ])('%s', (_, name) => {
    expect(seriesFileOf(name, PROJECT)).toEqual({ name, device: DEVICE, number: 12, conflict: true })
  })
})

describe('passed over:', () => {
  test.each([
    ['what is being written', `.${STEM}.assay.jsonl.gz.1234abcd.partial`],
    ['what is being received (Syncthing)', `.syncthing.${STEM}.assay.jsonl.gz.tmp`],
    ['what is being received (a browser)', `${STEM}.assay.jsonl.gz.part`],
    ['another project', `assay-00000000-${DEVICE}-000012.assay.jsonl.gz`],
    ['another form', `${STEM}.gz`],
    ['a file that was unpacked', `${STEM}.assay.jsonl`],
    ['what a person put there', 'Minutes.docx'],
  ])('%s', (_, name) => {
    expect(seriesFileOf(name, PROJECT)).toBeUndefined()
  })
})
