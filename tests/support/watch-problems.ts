import type { BrowserContext } from 'playwright-core'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

const isElsewhere = (address: string): boolean => {
  const url = new URL(address)
  const overNetwork = ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)
  return overNetwork && !loopback.has(url.hostname)
}

/**
 * Everything that must not happen on any page of a context: uncaught errors, errors on the console, what the content
 * security policy had to stop, and requests to anybody but our own server. The list grows as they happen.
 */
export const watchProblems = async (context: BrowserContext): Promise<readonly string[]> => {
  const problems: string[] = []
  context.on('weberror', (webError) => problems.push(`uncaught error: ${webError.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console error: ${message.text()} (${message.location().url})`)
  })
  context.on('request', (request) => {
    if (isElsewhere(request.url())) problems.push(`request to a third party: ${request.url()}`)
  })
  await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
    problems.push(`content security policy: ${text}`)
  })
  await context.addInitScript(() => {
    const report = (globalThis as unknown as { reportPolicyViolation: (text: string) => void }).reportPolicyViolation
    document.addEventListener('securitypolicyviolation', (event) => {
      report(`${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`.trim())
    })
  })
  return problems
}
