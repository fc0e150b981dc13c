/** What stands on one line of an address: one may end before "/" and "-" only, so that nobody asks whether to type its hyphen. */
export const addressParts = (address: string): readonly string[] => address.split(/(?=[/-])/)

const LONGEST = 24

/** A longer part, such as a secret, is nothing to type: it is cut where the line ends. */
export const isShortPart = (part: string): boolean => part.length <= LONGEST
