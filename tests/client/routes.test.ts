import { expect, test } from 'vitest'
import { routeOf } from '../../client/routes.ts'

test('every address leads to its page', () => {
  const addresses = [
    '/',
    '/new',
    '/brest-2024',
    '/brest-2024/me',
    '/brest-2024/sessions/abc',
    '/brest-2024/room/b102',
    '/brest-2024/room/grande%20salle',
    '/brest-2024/wall',
    '/brest-2024/print',
    '/brest-2024/desk',
  ]
  const slug = 'brest-2024'
  expect(addresses.map(routeOf)).toEqual([
    { type: 'welcome' },
    { type: 'setup' },
    { type: 'board', slug },
    { type: 'path', slug },
    { type: 'session', slug, sessionId: 'abc' },
    { type: 'room', slug, roomId: 'b102' },
    { type: 'room', slug, roomId: 'grande salle' },
    { type: 'wall', slug },
    { type: 'print', slug },
    { type: 'desk', slug },
  ])
})

test.for(['/brest/none', '/brest/room', '/brest/room/', '/brest/room/a/b', '/brest/me/x', '/%zz', '//', '/new/x'])(
  'an address without a page is said to be none: %s',
  (path) => {
    expect(routeOf(path)).toEqual({ type: 'missing' })
  },
)
