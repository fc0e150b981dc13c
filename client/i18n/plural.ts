/** French counts 0 and 1 as singular. */
export const frenchPlural = (count: number, one: string, many: string): string => (Math.abs(count) < 2 ? one : many)

export const englishPlural = (count: number, one: string, many: string): string => (Math.abs(count) === 1 ? one : many)
