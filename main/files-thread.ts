/**
 * The thread in which backups are looked into and restored, damaged projects recovered, projects protected, and files of
 * colleagues decrypted.
 */
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { headOf, openSealed } from '#main/exchange/seal'
import type { FilesDone, FilesTask, FromFilesThread } from '#main/services/in-files-thread'
import { outcomeOf } from '#main/services/outcome'
import { diskRefusal } from '#main/store/disk'
import { stopped } from '#main/store/pause'
import { rekey } from '#main/store/protection/protect'
import { recover } from '#main/store/recovery/recover'
import { copyBackup, describeBackups, restore } from '#main/store/restore'

// What started this thread.
const task = workerData as FilesTask

async function done(): Promise<FilesDone[FilesTask['do']]> {
  switch (task.do) {
    case 'list':
      return describeBackups(task.path, task.key)
    case 'recover':
      return recover(task.path, task.target, task.key, pause)
    case 'rekey':
      return rekey(task.path, task.key, task.next, pause)
    case 'unseal':
      await openSealed(task.path, task.target, headOf(task.path), task.passphrase)
      return undefined
    case 'restore':
      if (task.target === task.path) await restore(task.path, task.name, new Date(), task.key, pause)
      else await copyBackup(task.path, task.name, task.target, task.key, pause)
      return task.target
  }
}

const say = (message: FromFilesThread) => parentPort?.postMessage(message)

/** Milliseconds between two words of how far the work has come. */
const BETWEEN = 100
let said = 0
let isStopped = false

/** The work holds this thread: messages come only when they are asked for. */
function pause(done: number, total: number): void {
  const now = Date.now()
  if (now - said < BETWEEN && !isStopped) return
  said = now
  isStopped ||= parentPort !== null && receiveMessageOnPort(parentPort) !== undefined
  if (isStopped) throw stopped()
  say({ done, total })
}

say({ outcome: await outcomeOf(done, error => diskRefusal(error, task.path)) })
