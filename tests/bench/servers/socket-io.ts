import { createServer } from 'node:http'
import { Server } from 'socket.io'

/**
 * The same fan-out as most tools do it: Socket.IO, web sockets only, one event to everybody; with `recovery` after the
 * frame it also keeps what phones that were away missed.
 */
const payload: unknown = JSON.parse(process.argv[2] ?? '{}')
const recovery = process.argv[3] === 'recovery' ? { connectionStateRecovery: {} } : {}
const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, ...recovery })

io.on('connection', (socket) => {
  socket.on('go', () => io.emit('entries', payload))
})
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
