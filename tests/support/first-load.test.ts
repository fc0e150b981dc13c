import { expect, test } from 'vitest'
import { firstLoad, type Manifest } from './first-load.ts'

const manifest: Manifest = {
  'index.html': {
    file: 'main.js',
    imports: ['_solid.js'],
    dynamicImports: ['board/BoardPage.tsx', 'wall/WallPage.tsx', 'Forum.tsx', 'i18n/fr.ts', 'i18n/en.ts'],
    css: ['main.css'],
  },
  '_solid.js': { file: 'solid.js' },
  'Forum.tsx': { file: 'forum.js', imports: ['_solid.js'] },
  'board/BoardPage.tsx': {
    file: 'board.js',
    imports: ['index.html', '_grid.js'],
    dynamicImports: ['board/Later.tsx', 'propose/Propose.tsx', 'i18n/fr/board.ts', 'i18n/fr/wall.ts'],
    css: ['board.css'],
  },
  '_grid.js': { file: 'grid.js', css: ['grid.css'] },
  'board/Later.tsx': { file: 'later.js' },
  'propose/Propose.tsx': { file: 'propose.js' },
  'wall/WallPage.tsx': { file: 'wall.js', css: ['wall.css'] },
  'i18n/fr.ts': { file: 'fr.js' },
  'i18n/en.ts': { file: 'en.js' },
  'i18n/fr/board.ts': { file: 'fr-board.js' },
  'i18n/fr/wall.ts': { file: 'fr-wall.js' },
}

const page = '<script type="module" src="/main.js"></script><link rel="stylesheet" href="/main.css">'

test('the first load is the entry, the route, its parts and one language', () => {
  const load = firstLoad(manifest, page, 'board', 'fr')
  expect([...load.scripts].sort()).toEqual([
    'board.js',
    'forum.js',
    'fr-board.js',
    'fr.js',
    'grid.js',
    'main.js',
    'solid.js',
  ])
  expect([...load.styles].sort()).toEqual(['board.css', 'grid.css', 'main.css'])
})

test('a screen that is not there is not measured as nothing', () => {
  expect(() => firstLoad(manifest, page, 'desk', 'fr')).toThrow('client/desk')
})
