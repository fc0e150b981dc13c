import { WebSocketServer } from 'ws'
import { benchTime } from '../bench-time.ts'

/** The least that a fan-out can be: a loop over open sockets that sends one frame, encoded beforehand. Says when it began, if asked. */
const frame = Buffer.from(process.argv[2] ?? '{}')
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
let began = 0

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    if (String(data) === 'when') return socket.send(String(began))
    began = benchTime()
    for (const client of server.clients) client.send(frame, { binary: false })
  })
})
server.on('listening', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
