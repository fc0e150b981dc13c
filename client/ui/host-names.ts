import type { PersonId } from '../../shared/ids.ts'
import type { Words } from '../i18n/fr.ts'
import type { ForumStore } from '../sync/forum-store.ts'

/** The names of hosts as a line; somebody whose name was erased is "somebody". */
export const hostNames = (forum: ForumStore, t: Words, hosts: readonly PersonId[]): string =>
  t.card.hosts(hosts.map((id) => forum.people().get(id)?.name ?? t.card.someone))
