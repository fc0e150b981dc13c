import type { Session } from '../../shared/board.ts'
import type { PersonId } from '../../shared/ids.ts'
import { limits } from '../../shared/limits.ts'
import { sessionWords } from '../i18n/session.ts'
import { useForum } from '../sync/forum-context.tsx'
import { PeoplePicker } from '../ui/PeoplePicker.tsx'
import { useActs } from '../ui/use-acts.ts'

/** Co-hosts come and go here, each with one command; a session keeps at least one host. */
export const HostsPart = (props: { readonly session: Session }) => {
  const t = sessionWords.use
  const forum = useForum()
  const acts = useActs()
  const change = async (coHosts: readonly PersonId[]) => {
    const sessionId = props.session.id
    const hosts = [...props.session.hosts.slice(0, 1), ...coHosts]
    await acts.act(sessionId, { type: 'edit', sessionId, hosts }, t().saved)
  }
  const isCoHost = () => props.session.hosts.slice(1).includes(forum.you()?.id ?? '')
  return (
    <details class="session-hosts">
      <summary>{t().coHosts}</summary>
      <PeoplePicker
        label={t().addCoHost}
        help={isCoHost() ? t().leaveHelp : t().addCoHostHelp}
        nobody={t().nobodyFound}
        remove={t().removeCoHost}
        chosen={props.session.hosts.slice(1)}
        except={props.session.hosts}
        limit={limits.hostsPerSession - 1}
        onChange={(coHosts) => void change(coHosts)}
      />
    </details>
  )
}
