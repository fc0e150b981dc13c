import { ensureClientBuilt } from './client-build.ts'
import { endWith } from './explain-failure.ts'
import { main } from './main.ts'

/** `npm start`: the interface is built where it has to be, then the server runs. */
try {
  await ensureClientBuilt()
  await main()
} catch (error) {
  endWith(error)
}
