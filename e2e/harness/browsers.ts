import { findBrowser } from '#main/browser/open-window'
export async function findOrInstallBrowser(): Promise<string> {
  return findBrowser() ?? ''
}
