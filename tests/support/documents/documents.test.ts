import { expect, test } from 'vitest'
import { commandsOf, faultOf } from './commands.ts'
import { anchorsOf, fencesOf, linksOf } from './markdown.ts'
import { numberedRules, rulesInTitles } from './rule-numbers.ts'

const readme = `# Title

[guide](docs/guide.md#first-steps) ![wall](docs/wall.png "The wall") <img src="docs/phone.png">
\`[not](a-link.md)\`

## Test

\`\`\`sh
npm ci && npm test   # everything
PORT=8080 npm start
npm run forum -- create \\
  --from example.json
\`\`\`

### HTTP API, in short

\`\`\`json
{ "a": "[not](a-link.md)" }
\`\`\`

[named]: https://example.org
`

test('links, images and anchors are read, code is left out', () => {
  expect(linksOf(readme)).toEqual([
    'docs/guide.md#first-steps',
    'docs/wall.png',
    'https://example.org',
    'docs/phone.png',
  ])
  expect([...anchorsOf(readme)]).toEqual(['title', 'test', 'http-api-in-short'])
})

test('fences know their language and their heading', () => {
  expect(fencesOf(readme).map(({ language, heading, lines }) => [language, heading, lines.length])).toEqual([
    ['sh', 'Test', 4],
    ['json', 'HTTP API, in short', 1],
  ])
})

test('commands are read as they would be typed', () => {
  expect(commandsOf(readme)).toEqual(['npm ci', 'npm test', 'npm start', 'npm run forum -- create --from example.json'])
})

test('a command that would not work is a fault', () => {
  const offered = {
    scripts: new Set(['start', 'forum']),
    forumCommands: new Set(['create']),
    files: new Set(['server/start.ts']),
  }
  const faults = [
    'npm ci',
    'npm start',
    'git clone somewhere',
    'node server/start.ts',
    'npm run forum -- create --from x',
    'npm test',
    'npm run dev',
    'npm run forum -- destroy',
    'node server/stop.ts',
  ].map((command) => faultOf(command, offered))
  expect(faults).toEqual([
    null,
    null,
    null,
    null,
    null,
    '`npm test`: npm would not know what to do',
    '`npm run dev`: package.json has no script "dev"',
    '`npm run forum -- destroy`: the command line has no "destroy"',
    '`node server/stop.ts`: there is no server/stop.ts',
  ])
})

test('rule numbers are read from rules and from titles', () => {
  expect(numberedRules('- **L1** seq grows. **B2** a host, see L1.\n**Note** none')).toEqual(['L1', 'B2'])
  const source = [
    "test('L1 seq grows by one', () => {})",
    'test.for(cases)("B1, B2 two at once", () => {})',
    'describe(\n  `R10 a rule`, () => {})',
    "test('a room B102 is none', () => f('B102 (40)'))",
  ].join('\n')
  expect(rulesInTitles(source)).toEqual(['L1', 'B1', 'B2', 'R10'])
})
