import { type Static, Type } from 'typebox'
import { LocalDateField, LocalTimeField } from '../../shared/commands/fields.schema.ts'
import { limits } from '../../shared/limits.ts'
import type { Absence } from '../../shared/protocol.ts'
import { SchemaError } from '../plugins/errors.ts'
import { answer } from './answers/fields.schema.ts'

const hour = (description: string) => Type.Union([LocalTimeField, Type.Null()], { description })

const AbsenceField = Type.Object(
  {
    date: LocalDateField,
    from: hour('Null: from the day’s beginning.'),
    until: hour('Null: until the day’s end.'),
  },
  {
    additionalProperties: false,
    description: 'In the forum’s time zone. Both hours null: the whole day.',
    examples: [{ date: '2024-07-03', from: null, until: '11:00' }],
  },
)

export const AbsencesBody = Type.Object(
  { absences: Type.Array(AbsenceField, { maxItems: limits.absencesPerPerson, uniqueItems: true }) },
  {
    additionalProperties: false,
    examples: [
      {
        absences: [
          { date: '2024-07-03', from: null, until: '11:00' },
          { date: '2024-07-04', from: null, until: null },
        ],
      },
    ],
  },
)

export const AbsencesSaid = answer('When this person can’t be there. Only they and the team are told.', AbsencesBody)

/** Days that the calendar has, of years that have four digits on both sides of midnight. */
const isDay = (date: string): boolean => {
  const noon = Date.parse(`${date}T12:00:00Z`)
  return noon >= 0 && new Date(noon).toISOString().startsWith(date) && !date.startsWith('9999')
}

/** What was said, past what the schema can check: days that exist, hours in order. @throws SchemaError with the path of the first fault */
export const absencesOf = ({ absences }: Static<typeof AbsencesBody>): readonly Absence[] => {
  absences.forEach(({ date, from, until }, index) => {
    const path = `/absences/${index}`
    if (!isDay(date)) throw new SchemaError({ path: `${path}/date`, keyword: 'calendar', limit: '' })
    const start = from ?? '00:00'
    if (until !== null && until <= start) {
      throw new SchemaError({ path: `${path}/until`, keyword: 'later', limit: start })
    }
  })
  return absences
}
