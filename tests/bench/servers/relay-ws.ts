import { WebSocketServer } from 'ws'

/** A bare server that hands on to everybody what anybody says, to those who are there: nothing is kept. */
const server = new WebSocketServer({ port: Number(process.argv[2] ?? 0), host: '127.0.0.1', perMessageDeflate: false })

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const client of server.clients) client.send(data, { binary: false })
  })
  // A line that is reset ends; the server goes on.
  socket.on('error', () => undefined)
})
server.on('listening', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) console.log(`port ${address.port}`)
})
