import { erasePerson } from '../../db/erase.ts'
import { type PersonRow, readPeople } from '../../db/people.ts'
import { foldText } from '../../shared/words.ts'
import { type CliCommand, CommandLineError, readArgs } from './command.ts'
import { requireForum, withCore } from './with-core.ts'

/** @throws CommandLineError where nobody, or more than one, is meant */
const personMeant = (people: readonly PersonRow[], wanted: string): PersonRow => {
  const byId = people.find(({ id }) => id === wanted)
  const meant = byId === undefined ? people.filter(({ name }) => foldText(name) === foldText(wanted)) : [byId]
  const [first, ...others] = meant
  if (first === undefined) throw new CommandLineError(`There is nobody called "${wanted}" in this forum.`)
  if (others.length === 0) return first
  throw new CommandLineError(
    `${meant.length} people are called "${wanted}". Say which by id: ${meant.map(({ id }) => id).join(', ')}.`,
  )
}

/** `erase SLUG PERSON`: one person, by id or name, out of everything; a running server follows within a second. */
export const erase: CliCommand = ({ config, args }) => {
  const { positionals } = readArgs(args, {}, ['SLUG', 'PERSON'])
  const [slug = '', wanted = ''] = positionals
  return withCore(config, async ({ db }) => {
    const forum = await requireForum(db, slug)
    const person = personMeant(await readPeople(db, forum.id), wanted)
    await erasePerson(db, forum.id, person.id)
    return { slug: forum.slug, erased: person.id }
  })
}
