import { slugOf } from '../../shared/words.ts'

/** A readable id that is not taken yet: "B102" gives "b102", a second one "b102-2". */
export const freshId = (name: string, otherwise: string, isTaken: (id: string) => boolean): string => {
  const base = slugOf(name) || otherwise
  let id = base
  for (let number = 2; isTaken(id); number += 1) id = `${base}-${number}`
  return id
}
