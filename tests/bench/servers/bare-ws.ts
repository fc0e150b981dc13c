import { WebSocketServer } from 'ws'

/** The least that a fan-out can be: a loop over open sockets that sends one frame, encoded beforehand. */
const frame = Buffer.from(process.argv[2] ?? '{}')
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })

server.on('connection', (socket) => {
  socket.on('message', () => {
    for (const client of server.clients) client.send(frame, { binary: false })
  })
})
server.on('listening', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
