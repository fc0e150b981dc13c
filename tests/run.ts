import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createVitest, startVitest } from 'vitest/node'
import { builtClient } from './support/built-client.ts'
import { type ChromiumSearch, findChromium, howToGetOne } from './support/find-chromium.ts'
import { filesUnder, readProjectFile, projectRoot as root } from './support/project-files.ts'
import { createTallyReporter, exitCodeOf, type Tally, tallyLine } from './support/tally.ts'

/*
 * npm test                    everything, in a real Chromium too
 * npm test -- tests/shared    only files whose path contains this
 * node tests/run.ts --no-browser | --fuzz
 */
const { values: flags, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: { 'no-browser': { type: 'boolean', default: false }, fuzz: { type: 'boolean', default: false } },
})

const config = join(import.meta.dirname, 'vitest.config.ts')
const inContinuousIntegration = process.env.CI === 'true'

const say = (text: string): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()))

const sayWhatIsUsed = async (search: ChromiumSearch): Promise<void> => {
  for (const why of search.passedOver) await say(`Passed over: ${why}`)
  await say(
    search.type === 'found'
      ? `Browser tests run in Chromium ${search.version}, ${search.name}.`
      : `No Chromium found: the browser tests are ${inContinuousIntegration ? 'missing' : 'skipped'}. ${howToGetOne}`,
  )
}

/** How many browser tests there are, for the line that says that they were skipped. */
const countBrowserTests = async (): Promise<number> => {
  const vitest = await createVitest('test', { config, root, project: ['browser'], reporters: [], watch: false })
  try {
    const { testModules } = await vitest.collect(filters)
    return testModules.reduce((sum, module) => sum + [...module.children.allTests()].length, 0)
  } finally {
    await vitest.close()
  }
}

const runProjects = async (project: string[], filter: string[]): Promise<Tally> => {
  const { reporter, read } = createTallyReporter()
  const vitest = await startVitest('test', filter, {
    config,
    root,
    project,
    watch: false,
    reporters: ['default', reporter],
  })
  await vitest.close()
  return read()
}

/** The files whose tests can be made longer, by thousands of seeds; `FUZZ=long` tells them to. */
const fuzzFiles = (): string[] =>
  filesUnder('tests').filter((path) => path.endsWith('.test.ts') && readProjectFile(path).includes('process.env.FUZZ'))

const runFuzz = async (): Promise<Tally> => {
  process.env.FUZZ = 'long'
  const wanted = fuzzFiles().filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
  // An empty list would mean every file.
  return wanted.length === 0 ? { passed: 0, failed: 0, skipped: 0 } : runProjects(['node'], wanted)
}

const runAll = async (): Promise<Tally> => {
  await builtClient()
  if (flags['no-browser']) return runProjects(['node'], filters)
  const search = await findChromium()
  await sayWhatIsUsed(search)
  if (search.type === 'found') return runProjects([...['node'], 'browser'], filters)
  const counted = await runProjects(['node'], filters)
  const missing = await countBrowserTests()
  // Said again at the end, where it is read.
  await sayWhatIsUsed({ type: 'none', passedOver: [] })
  return inContinuousIntegration
    ? { ...counted, failed: counted.failed + Math.max(1, missing) }
    : { ...counted, skipped: counted.skipped + missing }
}

const run = async (): Promise<Tally> => {
  try {
    return await (flags.fuzz ? runFuzz() : runAll())
  } catch (error) {
    await say(error instanceof Error ? error.message : String(error))
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const result = await run()
await say(tallyLine(result))
process.exit(exitCodeOf(result))
