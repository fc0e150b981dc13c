import { expect, test } from 'vitest'
import { importsOf, withoutComments } from './imports.ts'

const found = (source: string): readonly string[] =>
  importsOf(source).map(({ from, typeOnly, reExport, dynamic, line }) =>
    [line, from, typeOnly ? 'type' : '', reExport ? 're-export' : '', dynamic ? 'dynamic' : '']
      .filter(Boolean)
      .join(' '),
  )

test('every way to import is found, with its line', () => {
  expect(
    found(`import a from './a.ts'
import * as b from "./b.ts"
import type { C } from './c.ts'
import { type D, type E } from './d.ts'
import { type F, f } from './f.ts'
import {
  g,
  h,
} from './g.ts'
import './i.css'
export { j } from './j.ts'
export * from './k.ts'
const l = lazy(() => import('./l.tsx'))
import m, { n } from 'package/m'`),
  ).toEqual([
    '1 ./a.ts',
    '2 ./b.ts',
    '3 ./c.ts type',
    '4 ./d.ts type',
    '5 ./f.ts',
    '6 ./g.ts',
    '10 ./i.css',
    '11 ./j.ts re-export',
    '12 ./k.ts re-export',
    '13 ./l.tsx dynamic',
    '14 package/m',
  ])
})

test('an import in a comment is none, and an export of our own is none', () => {
  expect(found("// import a from './a.ts'\n/* import b from './b.ts' */\nexport const from = 'x'\n")).toEqual([])
})

test('an import in a string is none', () => {
  expect(found('const text = "import a from \'./a.ts\'"')).toEqual([])
})

test('quotes and slashes in strings and regular expressions do not confuse', () => {
  const source = `const quote = /['"\`]/g // "\nconst address = 'http://x' /* ' */\nimport a from './a.ts'`
  expect(found(source)).toEqual(['3 ./a.ts'])
  expect(withoutComments("f('a // b', `c`) // d", 'blank')).toBe("f('      ', ` `)     ")
})
