import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { warnIfSynchronised } from './synchronised-path.ts'

describe('a project in a synchronised folder is known by the names of its folders:', () => {
  test.each([
    ['/home/anna/Dropbox/News/Team.assay', 'Dropbox'],
    ['/home/anna/Dropbox (Paper Ltd)/Team.assay', 'Dropbox'],
    ['/home/anna/OneDrive - Paper Ltd/Team.assay', 'OneDrive'],
    ['/Users/anna/Library/CloudStorage/OneDrive-Personal/Team.assay', 'OneDrive'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/Team.assay', 'iCloud Drive'],
    ['/home/anna/iCloudDrive/Team.assay', 'iCloud Drive'],
    ['/Users/anna/Library/CloudStorage/GoogleDrive-anna@paper.example/My Drive/Team.assay', 'Google Drive'],
    ['/home/anna/Nextcloud/Team.assay', 'Nextcloud'],
  ])('%s', (path, synchroniser) => {
    expect(warnIfSynchronised(path)).toContain(
      `Team.assay lies in a folder that ${synchroniser} synchronises`,
    )
  })
})

describe('… and by what the synchroniser leaves above it:', () => {
  test.each([
    ['.nextcloudsync.log', 'Nextcloud'],
    ['.sync_0a1b2c3d4e5f.db', 'Nextcloud or ownCloud'],
    ['._sync_0a1b2c3d4e5f.db', 'Nextcloud or ownCloud'],
    ['.stfolder', 'Syncthing'],
  ])('%s', (marker, synchroniser) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'Work', 'News'), { recursive: true })
    writeFileSync(join(folder, marker), '')
    expect(warnIfSynchronised(join(folder, 'Work', 'News', 'Team.assay'))).toContain(
      `that ${synchroniser} synchronises`,
    )
  })
})

test('one in the team folder itself is, whatever synchronises it', () => {
  const folder = temporaryFolder()
  expect(warnIfSynchronised(join(folder, 'Team.assay'), folder)).toContain('lies in the team folder')
})

test('the sentence says what is lost and what to do', () => {
  expect(warnIfSynchronised('/home/anna/Dropbox/Team.assay')).toMatch(/loses work\. Move it to .*team folder/)
})

test('elsewhere there is nothing to say, also beside a synchronised folder', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'Shared'))
  writeFileSync(join(folder, 'Shared', '.stfolder'), '')
  expect(warnIfSynchronised(join(folder, 'Dropbox notes', 'Team.assay'), join(folder, 'Shared'))).toBeNull()
})
