import { createServer } from 'node:http'
import { Server } from 'socket.io'

/**
 * Hands on to everybody what anybody says, as most tools do it. `relay-socket-io.ts PORT recovery`: with the library's own
 * connection state recovery, which sends again what a client missed, for two minutes.
 */
const [port = '0', recovery] = process.argv.slice(2)
const http = createServer()
const io = new Server(http, {
  transports: ['websocket'],
  perMessageDeflate: false,
  ...(recovery === 'recovery' ? { connectionStateRecovery: {} } : {}),
})

io.on('connection', (socket) => {
  socket.on('relay', (entry: unknown, done: () => void) => {
    io.emit('entry', entry)
    done()
  })
})
http.listen(Number(port), '127.0.0.1', () => {
  const address = http.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
