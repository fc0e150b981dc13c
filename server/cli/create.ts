import { readFile } from 'node:fs/promises'
import type { ForumPlan } from '../../shared/plan.schema.ts'
import { refusalSentence } from '../../shared/sentences.ts'
import type { LocalDate } from '../../shared/time.ts'
import { addDays } from '../../shared/zone.ts'
import { createForum } from '../board/create-forum.ts'
import { sentenceOf } from '../checks.ts'
import { fillWithSamples } from '../example/fill-with-samples.ts'
import { readForumFile, startingOn } from '../formats/forum-file.ts'
import { forumLinks } from '../links.ts'
import { type CliCommand, CommandLineError, pathFrom, readArgs } from './command.ts'
import { withCore } from './with-core.ts'

/** No forum file is near this, in characters. */
const longestFile = 1_000_000

const readJson = async (file: string): Promise<unknown> => {
  const text = await readFile(pathFrom(file), 'utf8').catch(() => {
    throw new CommandLineError(`${file} can't be read.`)
  })
  if (text.length > longestFile) throw new CommandLineError(`${file} is too large for a forum file.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new CommandLineError(`${file} is not JSON.`)
  }
}

const readPlan = async (file: string): Promise<ForumPlan> => {
  const reading = readForumFile(await readJson(file))
  if (reading.type === 'read') return reading.plan
  throw new CommandLineError(`${file} is not a forum file. ${sentenceOf(reading.fault, 'en')}`)
}

const checkDate = (date: string): LocalDate => {
  // A day that the calendar does not have, such as 30 February, comes back as another one.
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && Number.isFinite(Date.parse(date)) && addDays(date, 0) === date) return date
  throw new CommandLineError(`--start must be a date such as 2026-07-03, not "${date}".`)
}

/** `create --from FILE [--start DATE] [--slug SLUG] [--sample]` */
export const create: CliCommand = async ({ config, args }) => {
  const { text, flag } = readArgs(args, {
    from: { type: 'string' },
    start: { type: 'string' },
    slug: { type: 'string' },
    sample: { type: 'boolean' },
  })
  const file = text('from')
  if (file === undefined) throw new CommandLineError('create needs --from FILE.')
  const start = text('start')
  const asWritten = await readPlan(file)
  const plan = start === undefined ? asWritten : startingOn(asWritten, checkDate(start))
  return withCore(config, async (core) => {
    const creation = await createForum(core, plan, text('slug'))
    if (creation.type === 'refused') throw new CommandLineError(refusalSentence(creation.refusal, 'en'))
    const { forum, team, secret } = creation
    if (flag('sample')) await fillWithSamples(forum, team, core.clock)
    return { slug: forum.slug, secret, links: forumLinks(config, forum.slug, secret) }
  })
}
