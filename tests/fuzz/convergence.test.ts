import { test } from 'vitest'
import { converge, seeds } from './converge.ts'

// Longer with FUZZ=long (process.env.FUZZ), as `npm run test:fuzz` sets it.
test(`P12, P2, P5, L1, L3, L6 phones and server agree after any disturbance (odd ones of ${seeds} seeds)`, async () => {
  await converge('odd')
}, 3_600_000)
