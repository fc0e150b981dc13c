import type { Board } from '../../shared/board.ts'
import { type GridRow, gridOf } from '../../shared/grid.ts'
import type { PersonId, RoomId } from '../../shared/ids.ts'
import { nowOf } from '../../shared/now.ts'
import { datesOf } from '../../shared/slots.ts'
import type { Instant, LocalDate } from '../../shared/time.ts'
import { hostsOf, insideOf } from '../../shared/together.ts'
import { typeset } from '../../shared/words.ts'
import { localTime } from '../../shared/zone.ts'

export interface AgendaParts {
  readonly slug: string
  readonly board: Board
  /** A shown name; undefined where somebody was removed. */
  readonly nameOf: (id: PersonId) => string | undefined
  readonly now: Instant
  /** A day that was asked for; another than the forum's own counts for none. */
  readonly wanted: LocalDate | null
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML shows it: whatever people typed, nothing of it is markup, between tags as in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** The day that the page shows first. */
export const firstDay = ({ board, now, wanted }: AgendaParts): LocalDate | null =>
  datesOf(board).find((date) => date === wanted) ?? nowOf(board, now).date

/** The rows that a phone's list begins with: what has ended is left out, unless all has. */
const shownRows = (rows: readonly GridRow[], now: Instant): readonly GridRow[] => {
  const left = rows.filter(({ slot }) => slot.end > now)
  return left.length === 0 ? rows : left
}

/**
 * The agenda of one day as plain HTML, to be read while the board's own code is still on its way: titles, rooms, hosts
 * and hours, which everybody may see, and nothing else. It wears the classes of the list that takes its place.
 */
export const agendaHtml = (parts: AgendaParts): string => {
  const { board, slug, nameOf, now } = parts
  const { frame } = board
  const date = firstDay(parts)
  const grid = date === null ? null : gridOf(board, date)
  const time = (at: Instant): string => localTime(at, frame.timeZone)
  const card = (roomId: RoomId, sessionId: string): string => {
    const session = board.sessions.get(sessionId)
    if (session === undefined) return ''
    const hosts = hostsOf(board, session)
      .flatMap((id) => nameOf(id) ?? [])
      .join(', ')
    const inside = insideOf(board, sessionId)
      .map(({ title }) => `<p class="card-inside" dir="auto">+ ${escapeHtml(typeset(title))}</p>`)
      .join('')
    const lang = session.language === '' ? '' : ` lang="${escapeHtml(session.language)}"`
    const href = escapeHtml(`/${slug}/sessions/${sessionId}`)
    return (
      `<li><article class="card" data-format="${escapeHtml(session.format)}">` +
      `<p class="card-where">${escapeHtml(board.rooms.get(roomId)?.name ?? '')}</p>` +
      `<a class="card-title" href="${href}"${lang} dir="auto">${escapeHtml(typeset(session.title))}</a>${inside}` +
      `<p class="card-hosts" dir="auto">${escapeHtml(hosts)}</p></article></li>`
    )
  }
  const slot = ({ slot: { kind, start, end, label }, cells }: GridRow): string => {
    const cards = [...cells]
      .map(([roomId, cell]) => (cell.type === 'session' ? card(roomId, cell.sessionId) : ''))
      .join('')
    const name = label === '' ? '' : ` <span dir="auto">${escapeHtml(label)}</span>`
    return (
      `<section class="slot${kind === 'common' ? ' common' : ''}">` +
      `<h2 class="slot-time"><time>${time(start)} – ${time(end)}</time>${name}</h2>` +
      `${cards === '' ? '' : `<ul class="slot-cards">${cards}</ul>`}</section>`
    )
  }
  const slots = grid === null ? '' : shownRows(grid.rows, now).map(slot).join('')
  const theme = frame.theme === '' ? '' : `<p class="forum-theme" dir="auto">${escapeHtml(typeset(frame.theme))}</p>`
  return (
    `<div class="first-paint"><header class="forum-header"><div class="forum-name">` +
    `<h1 dir="auto">${escapeHtml(frame.name)}</h1>${theme}</div></header>` +
    `<main id="content">${slots}</main></div>`
  )
}
