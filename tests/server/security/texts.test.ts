import { describe, expect, test } from 'vitest'
import { checkCommand, compileCheck } from '../../../server/checks.ts'
import { agendaHtml } from '../../../server/http/agenda-html.ts'
import { NameField } from '../../../server/http/name.ts'
import { type Board, emptyBoard } from '../../../shared/board.ts'
import { boardFromJson, boardToJson } from '../../../shared/board-json.ts'
import { type CommandType, commandSchemas } from '../../../shared/commands/command.schema.ts'
import { decide } from '../../../shared/decide.ts'
import { limits } from '../../../shared/limits.ts'
import { planCommands } from '../../../shared/plan.ts'
import { cleanLine, typeset } from '../../../shared/words.ts'
import { before, build, by, day, propose, sessionId, team } from '../../support/boards.ts'
import { filesUnder, readProjectFile } from '../../support/project-files.ts'
import { freeTexts, hostilePlan, hostileSteps, type Step, type Text, textsIn } from './hostile-forum.ts'
import { payload, payloads } from './payloads.ts'

/* Whatever people type is text: kept as it is, and never markup in what the server itself writes. */

const hosts = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']

const filled = (text: Text): { readonly board: Board; readonly steps: readonly Step[] } => {
  const planned = build(
    emptyBoard,
    [...planCommands(hostilePlan(text, day)), { type: 'open-door', door: 'claim' } as const].map((command) => [
      team,
      command,
    ]),
  )
  const steps = hostileSteps(text, planned, hosts)
  return {
    steps,
    board: build(
      planned,
      steps.map((step) => [step.by === 'team' ? team : by(hosts[step.by] ?? ''), step.command]),
    ),
  }
}

describe('I13 hostile text', () => {
  test('I13 there are sixty of them, each another', () => {
    expect(new Set(payloads).size).toBe(60)
  })

  test('I13 every text field of every command is filled with it: a new one is a line in hostile-forum.ts', () => {
    const { steps } = filled(payload)
    const reached = new Set(steps.flatMap(({ command }) => textsIn(command)))
    const types = Object.keys(commandSchemas) as CommandType[]
    const fields = types.flatMap((type) => freeTexts(commandSchemas[type]).map((path) => `${type} ${path}`))
    expect(fields.length).toBeGreaterThan(30)
    // A zone is a name that Intl knows, or refused.
    expect(fields.filter((field) => !reached.has(field))).toEqual(['frame-forum /timeZone'])
  })

  test('I13 it is kept as it was typed, and comes back the same from JSON', () => {
    const { board } = filled(payload)
    for (const [n, text] of payloads.entries()) {
      if (n > 0) expect(board.sessions.get(sessionId(n))?.title).toBe(cleanLine(`${n}: ${text}`))
    }
    expect(boardFromJson(JSON.parse(JSON.stringify(boardToJson(board))))).toEqual(board)
  })

  test('I13 the page that the server writes shows it as text: no element, no attribute comes of it', () => {
    const { board } = filled(payload)
    const nameOf = (id: string) => payload(hosts.indexOf(id), limits.name)
    const html = agendaHtml({ slug: 'essai', board, nameOf, now: before, wanted: day })
    const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
    expect(new Set(tags.map((tag) => /^<\/?([^\s>]*)/.exec(tag)?.[1]))).toEqual(
      new Set('a article div h1 h2 header li main p section span time ul'.split(' ')),
    )
    const attribute = /\s([^\s=>]+)="[^"<>]*"/g
    const names = tags.flatMap((tag) => [...tag.matchAll(attribute)].map(([, name]) => name))
    expect([...new Set(names)].sort()).toEqual(['class', 'data-format', 'dir', 'href', 'id', 'lang'])
    // Nothing of a tag is left beside its name and its quoted attributes.
    expect(tags.filter((tag) => !/^<\/?[a-z0-9]+>$/.test(tag.replace(attribute, '')))).toEqual([])
    const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
    const shown = html.replace(/<[^>]*>/g, '\n').replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole)
    const placed = [...board.placements.keys()].map((id) => typeset(board.sessions.get(id)?.title ?? ''))
    expect(placed.length).toBeGreaterThan(15)
    for (const text of [...placed, typeset(board.frame.theme), ...hosts.map(nameOf)]) expect(shown).toContain(text)
  })
})

test('I13 nothing of ours writes markup out of text in a page, or runs text', () => {
  const sources = ['client', 'shared'].flatMap(filesUnder).filter((path) => /\.(?:tsx?|html)$/.test(path))
  expect(sources.length).toBeGreaterThan(300)
  const dangerous =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|DOMParser|setHTML|\beval\(|new Function|javascript:|set(?:Timeout|Interval)\(\s*['"`]/
  expect(sources.filter((path) => dangerous.test(readProjectFile(path)))).toEqual([])
})

describe('B14 what can’t be seen', () => {
  const codes = [
    ...Array.from({ length: 32 }, (_, n) => n).filter((n) => ![9, 10, 13].includes(n)),
    ...[0x7f, 0x80, 0x85, 0x9f, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff],
    ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069],
    ...[0x061c, 0x180e, 0x2028, 0x2029, 0x2061, 0x206a, 0x206f, 0xfff9],
  ]

  test.each(codes.map((code) => [code.toString(16).padStart(4, '0'), String.fromCodePoint(code)]))(
    'B14 U+%s is in no text of the board, whichever field it was typed in',
    (_code, sign) => {
      const text: Text = (n, longest) => `${sign}a${sign}${n}${sign}`.slice(0, longest)
      const kept = JSON.stringify(boardToJson(filled(text).board))
      expect(kept).toContain('"a')
      expect(kept.includes(sign) || kept.includes(JSON.stringify(sign).slice(1, -1))).toBe(false)
    },
  )

  test('B14 a direction sign in a link does not turn its end around', () => {
    const links = ['https://example.org/\u202egpj.exe', 'mailto:\u200eana@example.org']
    const kept = build(emptyBoard, [[team, propose(1, { links })]]).sessions.get(sessionId(1))?.links
    expect(kept).toEqual(['https://example.org/gpj.exe', 'mailto:ana@example.org'])
  })

  test.each(['\u3164', '\u115f\u1160', '\u200d', '\u00ad', '\u2800', '\uffa0 \u200c'])(
    'B14 a title of %j alone shows nothing, and is refused as empty; so is the name of a room',
    (text) => {
      const commands = [propose(1, { title: text }), { type: 'add-room', roomId: 'r', name: text }] as const
      for (const command of commands) {
        expect(decide(emptyBoard, command, team)).toMatchObject({ type: 'refused', refusal: { code: 'empty-text' } })
      }
    },
  )

  test('B14 joiners, accents and flags stay', () => {
    for (const text of ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می\u200cخواهم', 'ñ', 'क्ष']) expect(cleanLine(text)).toBe(text)
  })
})

describe('B14 how long a text is', () => {
  const family = '👩‍👩‍👧‍👦'
  const titled = (title: string) => checkCommand({ ...propose(1), title })
  const faultAt = (check: ReturnType<typeof titled>) => (check.type === 'wrong' ? check.fault.path : null)

  test.each([
    ['letters', 'x', limits.title],
    ['letters with an accent of their own', 'e\u0301', limits.title],
    ['flags', '🇫🇷', limits.title],
    ['faces', '😀', limits.title],
    ['families of seven parts', family, 80],
  ])('B14 %s count as people count them', (_what, sign, count) => {
    expect(faultAt(titled(sign.repeat(count)))).toBeNull()
    expect(faultAt(titled(sign.repeat(limits.title + 1)))).toBe('/title')
  })

  test('B14 a name of sixty families is a name, one more is too long, and parts do not add up without end', () => {
    const check = compileCheck(NameField)
    expect([check(family.repeat(limits.name)), check(family.repeat(limits.name + 1))?.keyword]).toEqual([
      null,
      'maxLength',
    ])
    expect(check(`e${'\u0301'.repeat(limits.name + 600)}`)?.keyword).toBe('maxLength')
  })

  test('B14 the field that is told is one that is too long in signs, with its limit, not one that is long in parts', () => {
    const found = checkCommand({
      ...propose(1),
      title: family.repeat(80),
      description: 'x'.repeat(limits.description + 1),
    })
    const fault = { path: '/description', keyword: 'maxLength', limit: String(limits.description) }
    expect(found).toEqual({ type: 'wrong', fault })
    expect(checkCommand({ ...propose(1), title: family.repeat(80), format: 7 })).toMatchObject({
      fault: { path: '/format' },
    })
  })

  test('B14 of what is far too long the signs are not counted', () => {
    const check = compileCheck(NameField)
    const begun = performance.now()
    expect(check('e\u0301'.repeat(5_000_000))?.keyword).toBe('maxLength')
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  test('B14 what is long in parts hides no other fault, however many such texts there are', () => {
    const tags = Array.from({ length: limits.tagsPerSession }, (_, n) => `${n}${family.repeat(20)}`)
    const command = { ...propose(1), tags, needs: tags }
    expect(checkCommand(command).type).toBe('right')
    for (const wrong of [{ links: ['javascript:__xss()'] }, { format: 'x' }, { length: 0 }, { role: 'facilitator' }]) {
      expect(checkCommand({ ...command, ...wrong }).type).toBe('wrong')
    }
  })
})

describe('I13 links', () => {
  const link = (text: string) => checkCommand({ ...propose(1), links: [text] }).type

  test.each([
    'javascript:__xss()',
    'JaVaScRiPt:__xss()',
    ' javascript:__xss()',
    'java\tscript:__xss()',
    '\u0001javascript:__xss()',
    'data:text/html,<script>__xss()</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org/',
    'blob:https://example.org/1',
    'about:blank',
    'intent://x#Intent;end',
    '//example.org/',
    '/essai/desk',
    'https:example.org',
    'https://',
    'https://example.org/" onclick="__xss()',
    'https://example.org/<u>',
    'https://example.org/a b',
    'https://example.org/\nx',
    'HTTPS://example.org',
  ])('I13 %j is none', (text) => {
    expect(link(text)).toBe('wrong')
    expect(checkCommand({ type: 'edit', sessionId: sessionId(1), links: [text] }).type).toBe('wrong')
  })

  test.each(['https://example.org/a?b=c#d', 'http://192.0.2.7:8080/', 'mailto:ana@example.org?subject=Oui'])(
    'I13 %s is one',
    (text) => {
      expect(link(text)).toBe('right')
    },
  )
})
