import { expect, test } from 'vitest'
import { predict } from '../../shared/predict.ts'
import { build, by, claim, propose, proposed, sessionId } from '../support/boards.ts'

const pending = (n: number, command: ReturnType<typeof claim>) => ({ id: sessionId(900 + n), command })

test('P9 a phone shows its own pending commands over the confirmed board, in order', () => {
  const shown = predict(proposed, [pending(1, propose(3)), pending(2, claim(3, 'b101', 's1'))], by('ana'))
  expect(shown).toEqual(
    build(proposed, [
      [by('ana'), propose(3)],
      [by('ana'), claim(3, 'b101', 's1')],
    ]),
  )
})

test('P9 a pending claim that somebody else won meanwhile shows nothing', () => {
  const lost = build(proposed, [[by('brieuc'), claim(2, 'b101', 's1')]])
  expect(predict(lost, [pending(1, claim(1, 'b101', 's1'))], by('ana'))).toEqual(lost)
})
