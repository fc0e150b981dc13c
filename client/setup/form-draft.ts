import type { DayForm, SetupForm } from './setup-form.ts'

const key = 'setup-draft'

const texts = <K extends string>(value: unknown, keys: readonly K[]): Record<K, string> | null => {
  if (typeof value !== 'object' || value === null) return null
  const found: Partial<Record<K, string>> = {}
  for (const name of keys) {
    const text: unknown = Reflect.get(value, name)
    if (typeof text !== 'string') return null
    found[name] = text
  }
  return found as Record<K, string>
}

/** The form that this device kept; null where there is none, or one that an older page wrote. */
export const readDraft = (storage: Pick<Storage, 'getItem'>): SetupForm | null => {
  let value: unknown
  try {
    value = JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return null
  }
  const form = texts(value, ['name', 'theme', 'place', 'timeZone', 'expected', 'rooms'])
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'days') : null
  if (form === null || !Array.isArray(list)) return null
  const days: DayForm[] = []
  for (const item of list) {
    const day = texts(item, ['key', 'date', 'label', 'slots', 'moments'])
    if (day === null) return null
    days.push(day)
  }
  return days.length === 0 ? null : { ...form, days }
}

/** Keeps what was typed on this device. A full or forbidden storage loses the draft, never the typing. */
export const keepDraft = (storage: Pick<Storage, 'setItem'>, form: SetupForm): void => {
  try {
    storage.setItem(key, JSON.stringify(form))
  } catch {
    // Private windows may refuse: the form still works, it only won't survive a reload.
  }
}

export const dropDraft = (storage: Pick<Storage, 'removeItem'>): void => storage.removeItem(key)
