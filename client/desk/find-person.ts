import type { PersonId } from '../../shared/ids.ts'
import type { Person } from '../../shared/protocol.ts'
import { foldText } from '../../shared/words.ts'

/** The person of that name, whatever its case and accents. Of several with one name, the first who came. */
export const findPerson = (people: ReadonlyMap<PersonId, Person>, name: string): Person | null => {
  const wanted = foldText(name)
  return [...people.values()].find((person) => foldText(person.name) === wanted) ?? null
}
