import type { Board, Room } from '../board.ts'
import type { Context } from '../context.ts'
import { byTeam, type Decision, refuse } from '../decision.ts'
import { limits } from '../limits.ts'
import { cleanLine, cleanWords, foldText } from '../words.ts'
import type { AddRoom, EditRoom, OrderRooms, RemoveRoom } from './venue.schema.ts'

const saidIn = (command: AddRoom | EditRoom): Partial<Omit<Room, 'id'>> => ({
  ...(command.name === undefined ? {} : { name: cleanLine(command.name) }),
  ...(command.kind === undefined ? {} : { kind: command.kind }),
  ...(command.capacity === undefined ? {} : { capacity: command.capacity }),
  ...(command.building === undefined ? {} : { building: cleanLine(command.building) }),
  ...(command.floor === undefined ? {} : { floor: cleanLine(command.floor) }),
  ...(command.features === undefined ? {} : { features: cleanWords(command.features) }),
})

const isNameTaken = (board: Board, { id, name }: Room): boolean =>
  [...board.rooms.values()].some((room) => room.id !== id && foldText(room.name) === foldText(name))

const isUsed = (board: Board, roomId: string): boolean =>
  [...board.placements.values()].some((placement) => placement.roomId === roomId)

export const decideAddRoom = (board: Board, command: AddRoom, context: Context): Decision => {
  if (board.rooms.has(command.roomId)) return refuse('already-exists')
  if (board.rooms.size >= limits.rooms) return refuse('too-many', { limit: limits.rooms })
  const room: Room = {
    id: command.roomId,
    name: '',
    kind: 'room',
    capacity: null,
    building: '',
    floor: '',
    features: [],
    ...saidIn(command),
  }
  if (room.name === '') return refuse('empty-text')
  if (isNameTaken(board, room)) return refuse('already-exists')
  return byTeam(board, context, [{ type: 'room-added', room }])
}

export const decideEditRoom = (board: Board, command: EditRoom, context: Context): Decision => {
  const before = board.rooms.get(command.roomId)
  if (before === undefined) return refuse('unknown-room')
  const changes = saidIn(command)
  const room = { ...before, ...changes }
  if (room.name === '') return refuse('empty-text')
  if (isNameTaken(board, room)) return refuse('already-exists')
  if (room.kind === 'continuous' && before.kind !== 'continuous' && isUsed(board, room.id)) return refuse('still-used')
  return byTeam(board, context, [{ type: 'room-edited', roomId: room.id, changes }])
}

export const decideRemoveRoom = (board: Board, command: RemoveRoom, context: Context): Decision => {
  if (!board.rooms.has(command.roomId)) return refuse('unknown-room')
  if (isUsed(board, command.roomId)) return refuse('still-used')
  return byTeam(board, context, [{ type: 'room-removed', roomId: command.roomId }])
}

/** The order is of exactly the rooms that are there: one that came or went meanwhile makes it another order than was meant. */
export const decideOrderRooms = (board: Board, command: OrderRooms, context: Context): Decision => {
  const wanted = new Set(command.roomIds)
  const isWhole = wanted.size === command.roomIds.length && wanted.size === board.rooms.size
  if (!isWhole || command.roomIds.some((id) => !board.rooms.has(id))) return refuse('unknown-room')
  return byTeam(board, context, [{ type: 'rooms-ordered', roomIds: command.roomIds }])
}
