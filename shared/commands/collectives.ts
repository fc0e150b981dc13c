import type { Board, Collective } from '../board.ts'
import { type Context, isStranger } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import type { PersonId } from '../ids.ts'
import { limits } from '../limits.ts'
import { cleanLine } from '../words.ts'
import type { AddCollective, EditCollective, RemoveCollective } from './frame.schema.ts'

const namesStranger = (people: readonly PersonId[] | undefined, context: Context): boolean =>
  people?.some((id) => isStranger(context, id)) === true

export const decideAddCollective = (board: Board, command: AddCollective, context: Context): Decision => {
  if (board.collectives.has(command.collectiveId)) return refuse('already-exists')
  if (board.collectives.size >= limits.collectives) return refuse('too-many', { limit: limits.collectives })
  if (namesStranger(command.people, context)) return refuse('unknown-person')
  const collective: Collective = {
    id: command.collectiveId,
    name: cleanLine(command.name),
    people: command.people ?? [],
  }
  return collective.name === ''
    ? refuse('empty-text')
    : byTeam(board, context, [{ type: 'collective-added', collective }])
}

export const decideEditCollective = (board: Board, command: EditCollective, context: Context): Decision => {
  if (!board.collectives.has(command.collectiveId)) return refuse('unknown-collective')
  if (namesStranger(command.people, context)) return refuse('unknown-person')
  const changes = {
    ...(command.name === undefined ? {} : { name: cleanLine(command.name) }),
    ...(command.people === undefined ? {} : { people: command.people }),
  }
  return changes.name === ''
    ? refuse('empty-text')
    : byTeam(board, context, [{ type: 'collective-edited', collectiveId: command.collectiveId, changes }])
}

export const decideRemoveCollective = (board: Board, command: RemoveCollective, context: Context): Decision => {
  const { collectiveId } = command
  if (!board.collectives.has(collectiveId)) return refuse('unknown-collective')
  const owns =
    [...board.cells.values()].some(({ use }) => use.type === 'reserved' && use.collectiveId === collectiveId) ||
    [...board.sessions.values()].some((session) => session.collectiveId === collectiveId)
  return owns ? refuse('still-used') : byTeam(board, context, [{ type: 'collective-removed', collectiveId }])
}
