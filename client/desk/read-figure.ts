/**
 * A whole number as people write one: "10", " 10 ", "10 min", "10 minutes"; of minutes also "1 h" and "1h30". Empty is the
 * least there is. Null where it is none, or not from `least` to `most`.
 */
export const readFigure = (typed: string, least: number, most: number): number | null => {
  const figure = written(typed.trim().toLowerCase())
  const wanted = figure === 'nothing' ? least : figure
  return wanted === null || wanted < least || wanted > most ? null : wanted
}

const written = (text: string): number | 'nothing' | null => {
  if (text === '') return 'nothing'
  const hours = /^(\d{1,2})\s*h(?:ours?|eures?)?\s*([0-5]?\d)?(?:\s*min)?$/.exec(text)
  if (hours !== null) return Number(hours[1]) * 60 + Number(hours[2] ?? '0')
  const plain = /^(\d{1,5})\s*(?:min\.?|minutes?|mn|’|')?$/.exec(text)
  return plain === null ? null : Number(plain[1])
}
