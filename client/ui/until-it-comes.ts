/** Milliseconds between two tries to fetch what a page is made of. */
const pause = 2000

/** A lost line must not lose a part of the product for good: what failed to come is asked for again until it does. */
export const untilItComes = async <T>(load: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
