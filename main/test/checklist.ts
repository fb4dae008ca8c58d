/**
 * What Electronegativity looked for in the sources of an Electron application, as far as it is to be seen in a text. It
 * is not maintained any more (doyensec/electronegativity; electron/website#906) and nothing has replaced it. What is
 * not in a text is held by the tests that docs/security.md names.
 */
export interface Check {
  /** Electronegativity's name of the check, or ours where it had none. */
  readonly name: string
  readonly pattern: RegExp
  /** What the check has to find. */
  readonly bad: string
}

export const CHECKS: readonly Check[] = [
  {
    name: 'AUXCLICK, BLINK_FEATURES',
    pattern: /enableBlinkFeatures|disableBlinkFeatures/,
    bad: "enableBlinkFeatures: 'x'",
  },
  { name: 'ALLOWPOPUPS', pattern: /allowpopups/i, bad: '<webview allowpopups>' },
  { name: 'CERTIFICATE_ERROR_EVENT', pattern: /certificate-error/, bad: "app.on('certificate-error', x)" },
  {
    name: 'CERTIFICATE_VERIFY_PROC',
    pattern: /setCertificateVerifyProc/,
    bad: 'session.setCertificateVerifyProc(x)',
  },
  { name: 'CONTEXT_ISOLATION', pattern: /contextIsolation:\s*false/, bad: 'contextIsolation: false' },
  {
    name: 'CUSTOM_ARGUMENTS',
    pattern: /appendSwitch|appendArgument/,
    bad: "app.commandLine.appendSwitch('x')",
  },
  {
    name: 'DANGEROUS_FUNCTIONS',
    pattern: /\beval\(|new Function\(|executeJavaScript|insertCSS/,
    bad: 'contents.executeJavaScript(x)',
  },
  {
    name: 'EXPERIMENTAL_FEATURES',
    pattern: /experimentalFeatures|experimentalCanvasFeatures/,
    bad: 'experimentalFeatures: true',
  },
  { name: 'HTTP_RESOURCES', pattern: /load(URL|File)\(\s*['"`]http:/, bad: "window.loadURL('http://x')" },
  {
    name: 'INSECURE_CONTENT',
    pattern: /allowRunningInsecureContent/,
    bad: 'allowRunningInsecureContent: true',
  },
  { name: 'NODE_INTEGRATION', pattern: /nodeIntegration\w*:\s*true/, bad: 'nodeIntegrationInWorker: true' },
  { name: 'OPEN_EXTERNAL', pattern: /openExternal|openPath|\bshell\.\w/, bad: 'shell.openExternal(x)' },
  {
    name: 'PROTOCOL_HANDLER',
    pattern: /setAsDefaultProtocolClient|registerFileProtocol|interceptFileProtocol/,
    bad: "app.setAsDefaultProtocolClient('x')",
  },
  { name: 'REMOTE_MODULE', pattern: /enableRemoteModule|@electron\/remote/, bad: 'enableRemoteModule: true' },
  { name: 'SANDBOX', pattern: /(?<!\w)sandbox:\s*false|'--no-sandbox'|noSandbox/, bad: 'sandbox: false' },
  {
    name: 'SECURITY_WARNINGS_DISABLED',
    pattern: /ELECTRON_DISABLE_SECURITY_WARNINGS/,
    bad: 'ELECTRON_DISABLE_SECURITY_WARNINGS=1',
  },
  { name: 'WEB_SECURITY', pattern: /webSecurity:\s*false|bypassCSP/, bad: 'webSecurity: false' },
  { name: 'WEBVIEW', pattern: /webviewTag|<webview/, bad: 'webviewTag: true' },
  {
    name: 'HTML from text',
    pattern: /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write\(|srcdoc=/i,
    bad: 'element.innerHTML = x',
  },
]

/** The names of the checks that a text does not pass. */
export const findings = (text: string): string[] =>
  CHECKS.filter(({ pattern }) => pattern.test(text)).map(({ name }) => name)
