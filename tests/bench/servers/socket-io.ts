import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { benchTime } from '../bench-time.ts'

/**
 * The same fan-out as most tools do it: Socket.IO, web sockets only, one event to everybody; with `recovery` after the
 * frame it also keeps what phones that were away missed. Says when it began, if asked.
 */
const payload: unknown = JSON.parse(process.argv[2] ?? '{}')
const recovery = process.argv[3] === 'recovery' ? { connectionStateRecovery: {} } : {}
const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, ...recovery })
let began = 0

io.on('connection', (socket) => {
  socket.on('go', () => {
    began = benchTime()
    io.emit('entries', payload)
  })
  socket.on('when', (tell: (at: number) => void) => tell(began))
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
